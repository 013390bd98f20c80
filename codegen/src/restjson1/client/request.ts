import { httpOf, requestBindings, uriOf } from "../../facts/bindings.js";
import { customizationOf } from "../../facts/customizations/customizations.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { hostPrefixOf } from "../../facts/host-prefix.js";
import type { Member, OperationShape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { ownMember, presentMember } from "../../typescript/own-members.js";
import { runtime } from "../../typescript/runtime.js";
import {
  type Expression,
  type Statement,
  assign,
  binary,
  call,
  element,
  entry,
  isPresent,
  literal,
  name,
  object,
  run,
  template,
  when,
} from "../../typescript/tree.js";
import { type BodyWriter, bodyOf } from "./body.js";
import { orToken } from "./idempotency.js";
import { isPlainText, writeHeader, writeQuery, writeText } from "./text.js";

/** How an input becomes a request. It is read from `input`; `query` and `headers` are filled. */
export interface RequestWriter {
  readonly usesInput: boolean;
  readonly method: string;
  readonly path: Expression;
  readonly hostPrefix: Expression | undefined;
  /** What the query begins as, and what is added; undefined where there is none. */
  readonly query: Bag | undefined;
  readonly headers: Bag | undefined;
  readonly body: BodyWriter | undefined;
}

/** Headers or query parameters: the ones that are always the same, and statements that add the others. */
export interface Bag {
  readonly fixed: Expression;
  readonly statements: readonly Statement[];
}

const INPUT = name("input");
const HEADERS = name("headers");
const QUERY = name("query");

const own = ({ name: key }: Member): Expression => ownMember(INPUT, key);
const present = ({ name: key }: Member): Expression => presentMember(INPUT, key);

/** How an input becomes a request. */
export const writeRequest = (facts: Facts, operation: OperationShape): RequestWriter => {
  const http = httpOf(operation);
  const uri = uriOf(http);
  const bindings = requestBindings(facts.model, operation);
  const { labels, query, queryParams, headers, prefixHeaders } = bindings;
  const body = bodyOf(facts, bindings);
  return {
    usesInput:
      labels.length + query.length + headers.length > 0 ||
      queryParams !== undefined ||
      prefixHeaders !== undefined ||
      body !== undefined,
    method: http.method,
    path: pathOf(facts, uri.path, labels),
    hostPrefix: writeHostPrefix(operation),
    query: queryOf(facts, uri.query, query, queryParams),
    headers: headersOf(facts, operation, body),
    body,
  };
};

/** A template literal: fixed text, and labels percent-encoded. */
const pathOf = (
  facts: Facts,
  parts: ReturnType<typeof uriOf>["path"],
  labels: readonly Member[],
): Expression => {
  const { labels: otherwise = {} } = customizationOf(facts.service);
  if (labels.length === 0)
    return literal(parts.map((part) => (part.kind === "text" ? part.text : "")).join(""));

  return template(
    parts.map((part) => {
      if (part.kind === "text") return part.text;
      const member = labels.find((label) => label.name === part.member);
      if (!member) throw new Error(`The label {${part.member}} has no member.`);
      const fallback = otherwise[member.name];
      const value =
        fallback === undefined ? own(member) : binary(own(member), "||", literal(fallback));
      // `label` checks for what is missing and turns simple values into text itself.
      const checked = isPlainText(facts, member, "label")
        ? value
        : binary(value, "&&", writeText(facts, member, value, "label"));
      const { greedyLabel, label } = runtime.internal;
      const write = part.kind === "greedy" ? greedyLabel : label;
      return call(write, checked, literal(member.name));
    }),
  );
};

const queryOf = (
  facts: Facts,
  fixed: ReturnType<typeof uriOf>["query"],
  query: readonly Member[],
  queryParams: Member | undefined,
): Bag | undefined => {
  if (fixed.length + query.length === 0 && queryParams === undefined) return undefined;
  return {
    fixed: object(
      fixed.map(([key, value]) =>
        entry(decodeURIComponent(key), literal(decodeURIComponent(value))),
      ),
    ),
    statements: [
      ...query.map((member) =>
        setFrom(
          member,
          element(QUERY, literal(trait<string>(member, "httpQuery") ?? "")),
          writeQuery(facts, member, present(member)),
        ),
      ),
      ...(queryParams
        ? [
            when(isPresent(own(queryParams)), [
              run(call(runtime.internal.addQueryParams, QUERY, own(queryParams))),
            ]),
          ]
        : []),
    ],
  };
};

const headersOf = (
  facts: Facts,
  operation: OperationShape,
  body: BodyWriter | undefined,
): Bag | undefined => {
  const { headers, prefixHeaders, payload } = requestBindings(facts.model, operation);
  const { headers: fixed = {} } = customizationOf(facts.service);
  const bodyHash = bodyHashOf(facts, operation, payload);
  const isEmpty =
    headers.length === 0 &&
    prefixHeaders === undefined &&
    body === undefined &&
    bodyHash === undefined &&
    Object.keys(fixed).length === 0;
  if (isEmpty) return undefined;
  const contentType = body && literal(body.contentType);
  const setHeader = (key: string, value: Expression) =>
    assign(element(HEADERS, literal(key)), value);
  return {
    fixed: object([
      ...Object.entries(fixed).map(([key, value]) => entry(key, literal(value))),
      ...(contentType && !body.optional ? [entry("content-type", contentType)] : []),
    ]),
    statements: [
      ...(contentType && body.optional
        ? [
            when(
              binary(body.optional, "==", literal(null)),
              [setHeader("content-length", literal("0"))],
              [setHeader("content-type", contentType)],
            ),
          ]
        : []),
      ...(prefixHeaders ? [writePrefixHeaders(prefixHeaders)] : []),
      ...(bodyHash === undefined ? [] : [setHeader("x-amz-content-sha256", literal(bodyHash))]),
      ...headers.map((member) =>
        setFrom(
          member,
          element(HEADERS, literal((trait<string>(member, "httpHeader") ?? "").toLowerCase())),
          writeHeader(facts, member, present(member)),
        ),
      ),
    ],
  };
};

/** What the signer takes for the hash of the body, where it is not to hash it. */
const bodyHashOf = (
  facts: Facts,
  operation: OperationShape,
  payload: Member | undefined,
): string | undefined => {
  if (hasTrait(operation, "aws.auth#unsignedPayload")) return "UNSIGNED-PAYLOAD";
  return eventsOf(facts.model, payload) && hasTrait(facts.service, "aws.auth#sigv4")
    ? "STREAMING-AWS4-HMAC-SHA256-EVENTS"
    : undefined;
};

const writePrefixHeaders = (member: Member): Statement => {
  const prefix = (trait<string>(member, "httpPrefixHeaders") ?? "").toLowerCase();
  return when(isPresent(own(member)), [
    run(call(runtime.internal.writePrefixHeaders, HEADERS, literal(prefix), own(member))),
  ]);
};

/** Sets `target` from a member that is there; idempotency tokens are always set. */
const setFrom = (member: Member, target: Expression, value: Expression): Statement =>
  hasTrait(member, "idempotencyToken")
    ? assign(target, orToken(own(member)))
    : when(isPresent(own(member)), [assign(target, value)]);

const writeHostPrefix = (operation: OperationShape): Expression | undefined => {
  const prefix = hostPrefixOf(operation);
  return (
    prefix &&
    template(
      prefix.parts.map((part) =>
        typeof part === "string"
          ? part
          : call(runtime.internal.hostLabel, ownMember(INPUT, part.label), literal(part.label)),
      ),
    )
  );
};
