import { functionOf } from "./function-names.js";
import type { Bindings } from "../../facts/bindings.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { access, literal } from "../../typescript/names.js";
import { type Member, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait, trait } from "../../model/traits.js";
import type { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../../plan/packages.js";
import { planReader } from "./codecs.js";
import { standIn } from "./error-correction.js";
import { eventsModule } from "./events.js";
import { readHeader } from "./header-code.js";
import type { JsonCode } from "./json.js";

/** How a response becomes an output or an error. */
export const planResponse = (
  facts: Facts,
  { payload, headers, prefixHeaders, statusCode, body }: Bindings,
  json: JsonCode,
  imports: Imports,
  options?: { readonly fresh: boolean },
) => {
  const empty = (member: Member) => standIn(facts, member, imports);
  const reader = payload ? undefined : planReader(json, body, options);
  const fresh = reader === undefined || reader.fresh;
  const usesResponse =
    headers.length > 0 ||
    prefixHeaders !== undefined ||
    statusCode !== undefined ||
    eventsOf(facts.model, payload) !== undefined;
  const first = payload ? "body" : (reader?.parameter ?? "");
  if (fresh) imports.type("JsonObject", RUNTIME);
  return {
    parameters: usesResponse ? `${first}, response` : first === "_json" ? "" : first,
    /** What the members are set on. */
    target: fresh ? "value" : "json",
    /** Names of the JSON document's members that are kept. */
    known: reader?.keep ? reader.known : undefined,
    /** Members of the JSON document. */
    reader,
    /** The body as a whole. */
    payload: payload && {
      access: access(payload.name),
      // An empty body is no value, except that a stream is always there.
      kept: hasMemberTrait(facts.model, payload, "streaming")
        ? undefined
        : !isDocument(facts, payload)
          ? "body.length > 0"
          : // Of all values only a document can be null.
            dataShapeOf(facts.model, payload.target).type === "document"
            ? "body !== undefined"
            : "body != null",
      value: payloadCode(facts, payload, json, imports),
      empty: empty(payload),
    },
    headers: headers.map((member) => ({
      access: access(member.name),
      name: literal((trait<string>(member, "httpHeader") ?? "").toLowerCase()),
      value: readHeader(facts, member, "header", imports),
      empty: empty(member),
    })),
    prefixHeaders: prefixHeaders && {
      access: access(prefixHeaders.name),
      fn: imports.value("readPrefixHeaders", RUNTIME),
      prefix: literal((trait<string>(prefixHeaders, "httpPrefixHeaders") ?? "").toLowerCase()),
    },
    statusCode: statusCode && { access: access(statusCode.name) },
  };
};

/** How the body reaches the reader, as a `PayloadKind`; undefined for JSON objects, the usual case. */
export const payloadKind = (facts: Facts, payload: Member | undefined): string | undefined => {
  if (!payload) return undefined;
  if (hasMemberTrait(facts.model, payload, "streaming")) return literal("stream");
  if (isDocument(facts, payload)) return literal("value");
  return literal(dataShapeOf(facts.model, payload.target).type === "blob" ? "bytes" : "text");
};

/** The value of a payload member. */
const payloadCode = (facts: Facts, payload: Member, json: JsonCode, imports: Imports): string => {
  const events = eventsOf(facts.model, payload);
  if (events) {
    const type = facts.names.type(events.id);
    const from = eventsModule(facts, events.id);
    const read = imports.value(functionOf("read", type), from);
    const errors = imports.value(`errorsOf${type}`, from);
    return `${imports.value("readEvents", RUNTIME)}(body, ${read}, ${errors}, response)`;
  }
  if (hasMemberTrait(facts.model, payload, "streaming")) {
    return `${imports.value("readStream", RUNTIME)}(body)`;
  }
  return (isDocument(facts, payload) ? json.read(payload, "body") : undefined) ?? "body";
};

/** Whether a payload travels as JSON, rather than as bytes or text of its own. */
const isDocument = (facts: Facts, payload: Member): boolean =>
  !["blob", "string", "enum"].includes(dataShapeOf(facts.model, payload.target).type);
