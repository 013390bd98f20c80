import type { Bindings } from "../../facts/bindings.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { eventsSymbol } from "../../layout/client.js";
import { type Member, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait, trait } from "../../model/traits.js";
import { runtime } from "../../typescript/runtime.js";
import {
  type Expression,
  type Statement,
  UNDEFINED,
  assign,
  binary,
  block,
  call,
  declare,
  element,
  isPresent,
  literal,
  local,
  member,
  name,
  when,
} from "../../typescript/tree.js";
import { readJson } from "./json.js";
import { type ReaderOptions, nameOfMember, readerOf } from "./reader.js";
import { isIndispensable, standIn } from "./stand-in.js";
import { readHeader } from "./text.js";

/** How a response becomes an output or an error. */
export interface ResponseReader {
  /** What the function takes: the body or its JSON, and the response where it is looked at. */
  readonly parameters: readonly string[];
  /** Whether a new object, `value`, is made; else the members are set on `json` itself. */
  readonly fresh: boolean;
  /** Names of the JSON document's members that are kept, where it is read in place. */
  readonly known: readonly string[] | undefined;
  readonly statements: readonly Statement[];
}

/** How a response becomes an output or an error. */
export const readResponse = (
  facts: Facts,
  { payload, headers, prefixHeaders, statusCode, body }: Bindings,
  options: ReaderOptions,
): ResponseReader => {
  const reader = payload ? undefined : readerOf(facts, body, options);
  const fresh = reader === undefined || reader.fresh;
  const sendsEvents = eventsOf(facts.model, payload) !== undefined;
  const usesResponse =
    headers.length > 0 || prefixHeaders !== undefined || statusCode !== undefined || sendsEvents;
  const first = payload ? "body" : reader?.usesJson ? "json" : "_json";
  const target = name(fresh ? "value" : "json");
  const { propertyOf = nameOfMember } = options;
  const property = (of: Member) => member(target, propertyOf(of));
  const response = name("response");
  return {
    parameters: usesResponse ? [first, "response"] : first === "_json" ? [] : [first],
    fresh,
    known: reader && !reader.fresh ? reader.known : undefined,
    statements: [
      ...(payload ? setPayload(facts, payload, options.exact === true) : []),
      ...(reader?.statements ?? []),
      ...headers.map((header) =>
        sendsEvents && isIndispensable(facts, header)
          ? setInitialHeader(facts, header, property(header))
          : setHeader(facts, header, property(header)),
      ),
      ...(prefixHeaders
        ? [
            assign(
              property(prefixHeaders),
              call(
                runtime.internal.readPrefixHeaders,
                member(response, "headers"),
                literal((trait<string>(prefixHeaders, "httpPrefixHeaders") ?? "").toLowerCase()),
              ),
            ),
          ]
        : []),
      ...(statusCode ? [assign(property(statusCode), member(response, "statusCode"))] : []),
    ],
  };
};

const setHeader = (facts: Facts, header: Member, target: Expression): Statement => {
  const text = { hint: "header" };
  const headers = member(name("response"), "headers");
  const key = literal((trait<string>(header, "httpHeader") ?? "").toLowerCase());
  const empty = standIn(facts, header);
  return block([
    declare(text, element(headers, key)),
    when(
      binary(local(text), "!==", UNDEFINED),
      [assign(target, readHeader(facts, header, local(text)))],
      empty === undefined ? [] : [assign(target, empty)],
    ),
  ]);
};

/**
 * Sets a header of the response before the events that has to be there: the protocol has such a stream
 * refused where it is missing, and nothing stands in for it.
 */
const setInitialHeader = (facts: Facts, header: Member, target: Expression): Statement => {
  const key = literal((trait<string>(header, "httpHeader") ?? "").toLowerCase());
  const text = call(runtime.internal.initialHeader, name("response"), key);
  return assign(target, readHeader(facts, header, text));
};

const BODY = name("body");

/** Sets the member that the body as a whole is. */
const setPayload = (facts: Facts, payload: Member, exact: boolean): Statement[] => {
  const target = member(name("value"), payload.name);
  const set = assign(target, payloadValue(facts, payload, exact));
  const isThere = payloadIsThere(facts, payload);
  const empty = standIn(facts, payload);
  return [
    isThere === undefined ? set : when(isThere, [set]),
    ...(empty === undefined ? [] : [assign(target, empty, "??=")]),
  ];
};

/** An empty body is no value, except that a stream is always there. */
const payloadIsThere = (facts: Facts, payload: Member): Expression | undefined => {
  if (hasMemberTrait(facts.model, payload, "streaming")) return undefined;
  if (!isDocument(facts, payload)) return binary(member(BODY, "length"), ">", literal(0));
  // Of all values only a document can be null.
  return dataShapeOf(facts.model, payload.target).type === "document"
    ? binary(BODY, "!==", UNDEFINED)
    : isPresent(BODY);
};

const payloadValue = (facts: Facts, payload: Member, exact: boolean): Expression => {
  const events = eventsOf(facts.model, payload);
  if (events) {
    return call(
      runtime.internal.readEvents,
      BODY,
      eventsSymbol(facts, "read", events.id),
      eventsSymbol(facts, "errorsOf", events.id),
      name("response"),
    );
  }
  if (hasMemberTrait(facts.model, payload, "streaming")) {
    return call(runtime.internal.readStream, BODY);
  }
  return (isDocument(facts, payload) ? readJson(facts, payload, BODY, exact) : undefined) ?? BODY;
};

/** How the body reaches the reader, as a `PayloadKind`; undefined for JSON objects, the usual case. */
export const payloadKind = (
  facts: Facts,
  payload: Member | undefined,
): "stream" | "value" | "bytes" | "text" | undefined => {
  if (!payload) return undefined;
  if (hasMemberTrait(facts.model, payload, "streaming")) return "stream";
  if (isDocument(facts, payload)) return "value";
  return dataShapeOf(facts.model, payload.target).type === "blob" ? "bytes" : "text";
};

/** Whether a payload travels as JSON, rather than as bytes or text of its own. */
const isDocument = (facts: Facts, payload: Member): boolean =>
  !["blob", "string", "enum"].includes(dataShapeOf(facts.model, payload.target).type);
