import { functionOf } from "./function-names.js";
import { customizationOf } from "../../facts/customizations/customizations.js";
import { httpOf, requestBindings, uriOf } from "../../facts/bindings.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { jsonName } from "../../facts/members.js";
import { literal, literalKey, templateText } from "../../typescript/names.js";
import { type Member, type OperationShape, type ShapeId, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait, hasTrait, memberTrait, trait } from "../../model/traits.js";
import type { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../../plan/packages.js";
import { memberCode, presentMemberCode } from "../../plan/member-code.js";
import { writeHeader, writeText } from "./header-code.js";
import { EVENT_STREAM, eventsModule } from "./events.js";
import { holdsBigNumbers } from "./exact-numbers.js";
import type { JsonCode } from "./json.js";

/** How an input becomes a request. */
export const planRequest = (
  facts: Facts,
  operation: OperationShape,
  json: JsonCode,
  imports: Imports,
) => {
  const http = httpOf(operation);
  const uri = uriOf(http);
  const { labels, query, queryParams, headers, prefixHeaders, payload } = requestBindings(
    facts.model,
    operation,
  );
  const body = planBody(facts, operation, json, imports);
  const { headers: fixedHeaders = {} } = customizationOf(facts.service);
  const hasQuery = query.length > 0 || uri.query.length > 0 || queryParams !== undefined;
  const hasHeaders =
    headers.length > 0 ||
    prefixHeaders !== undefined ||
    body !== undefined ||
    Object.keys(fixedHeaders).length > 0 ||
    hasTrait(operation, "aws.auth#unsignedPayload");
  // The signer takes this header for the hash of the body.
  const bodyHash = hasTrait(operation, "aws.auth#unsignedPayload")
    ? "UNSIGNED-PAYLOAD"
    : eventsOf(facts.model, payload) && hasTrait(facts.service, "aws.auth#sigv4")
      ? "STREAMING-AWS4-HMAC-SHA256-EVENTS"
      : undefined;
  if (hasQuery) imports.type("QueryParameterBag", "@smithy/types");
  if (hasHeaders) imports.type("HeaderBag", "@smithy/types");
  return {
    usesInput:
      labels.length + query.length + headers.length > 0 ||
      queryParams !== undefined ||
      prefixHeaders !== undefined ||
      body !== undefined,
    method: literal(http.method),
    path: pathCode(facts, uri.path, labels, imports),
    hasQuery,
    staticQuery: uri.query.map(([key, value]) => ({
      key: literalKey(decodeURIComponent(key)),
      value: literal(decodeURIComponent(value)),
    })),
    query: query.map((member) =>
      assignment(
        member,
        `query[${literal(trait<string>(member, "httpQuery"))}]`,
        queryCode(facts, member, imports),
        imports,
      ),
    ),
    queryParams: queryParams && {
      fn: imports.value("addQueryParams", RUNTIME),
      value: memberCode("input", queryParams.name, imports),
    },
    hasHeaders,
    fixedHeaders: Object.entries(fixedHeaders).map(([name, value]) => ({
      key: literalKey(name),
      value: literal(value),
    })),
    headers: [
      ...(bodyHash === undefined
        ? []
        : [
            {
              guard: undefined,
              target: 'headers["x-amz-content-sha256"]',
              value: literal(bodyHash),
            },
          ]),
      ...headers.map((member) =>
        assignment(
          member,
          `headers[${literal((trait<string>(member, "httpHeader") ?? "").toLowerCase())}]`,
          writeHeader(facts, member, presentMemberCode("input", member.name, imports), imports),
          imports,
        ),
      ),
    ],
    prefixHeaders: prefixHeaders && {
      fn: imports.value("writePrefixHeaders", RUNTIME),
      prefix: literal((trait<string>(prefixHeaders, "httpPrefixHeaders") ?? "").toLowerCase()),
      value: memberCode("input", prefixHeaders.name, imports),
    },
    body,
    hostPrefix: hostPrefixCode(operation, imports),
  };
};

/** A template literal: fixed text, and labels percent-encoded. */
const pathCode = (
  facts: Facts,
  parts: ReturnType<typeof uriOf>["path"],
  labels: readonly Member[],
  imports: Imports,
): string => {
  const { labels: otherwise = {} } = customizationOf(facts.service);
  const code = parts.map((part) => {
    if (part.kind === "text") return templateText(part.text);
    const member = labels.find((label) => label.name === part.member);
    if (!member) throw new Error(`The label {${part.member}} has no member.`);
    const given = memberCode("input", member.name, imports);
    const fallback = otherwise[member.name];
    const value = fallback === undefined ? given : `(${given} || ${literal(fallback)})`;
    const text = writeText(facts, member, value, "label", imports);
    const fn = imports.value(part.kind === "greedy" ? "greedyLabel" : "label", RUNTIME);
    // `label` checks for what is missing and turns simple values into text itself.
    const checked = text === value || text === `String(${value})` ? value : `${value} && ${text}`;
    return `\${${fn}(${checked}, ${literal(member.name)})}`;
  });
  return labels.length > 0
    ? `\`${code.join("")}\``
    : literal(parts.map((part) => (part.kind === "text" ? part.text : "")).join(""));
};

/** A statement that sets a query parameter or a header. */
interface Assignment {
  /** What must not be null or undefined; undefined where the value is always set. */
  readonly guard: string | undefined;
  readonly target: string;
  readonly value: string;
}

/** The statement that sets `target` from a member; idempotency tokens are always set. */
const assignment = (
  member: Member,
  target: string,
  value: string,
  imports: Imports,
): Assignment => {
  const own = memberCode("input", member.name, imports);
  return hasTrait(member, "idempotencyToken")
    ? {
        guard: undefined,
        target,
        value: `${own} ?? ${imports.value("idempotencyToken", RUNTIME)}()`,
      }
    : { guard: own, target, value };
};

const queryCode = (facts: Facts, member: Member, imports: Imports): string => {
  const value = presentMemberCode("input", member.name, imports);
  const shape = dataShapeOf(facts.model, member.target);
  if (shape.type !== "list") return writeText(facts, member, value, "query", imports);
  const item = writeText(facts, shape.member, "item", "query", imports);
  if (item === "item") return value;
  return `${value}.map(${item === "String(item)" ? "String" : `(item) => ${item}`})`;
};

const hostPrefixCode = (operation: OperationShape, imports: Imports): string | undefined => {
  const endpoint = trait<{ hostPrefix: string }>(operation, "endpoint");
  if (!endpoint) return undefined;
  const code = endpoint.hostPrefix.split(/(\{[^}]*\})/).map((part) => {
    const name = /^\{(.*)\}$/.exec(part)?.[1];
    if (name === undefined) return templateText(part);
    return `\${${imports.value("hostLabel", RUNTIME)}(${memberCode("input", name, imports)}, ${literal(name)})}`;
  });
  return `\`${code.join("")}\``;
};

/** What follows the headers. */
interface BodyPlan {
  readonly contentType: string;
  /** What has no body without a value: the member that holds it. */
  readonly optional: string | undefined;
  /** The body as one expression: of a payload member. */
  readonly payload: string | undefined;
  /** `JSON.stringify`, or one that carries big numbers; with the members of the document. */
  readonly stringify: string | undefined;
  readonly members: readonly { readonly key: string; readonly value: string }[] | undefined;
}

const planBody = (
  facts: Facts,
  operation: OperationShape,
  json: JsonCode,
  imports: Imports,
): BodyPlan | undefined => {
  const { model } = facts;
  const { payload, body } = requestBindings(model, operation);
  const stringify = (ids: readonly ShapeId[]) =>
    holdsBigNumbers(facts, ids) ? imports.value("stringifyExact", RUNTIME) : "JSON.stringify";
  if (payload) return planPayload(facts, payload, stringify([payload.target]), json);
  if (body.length === 0) return undefined;
  return {
    contentType: literal("application/json"),
    optional: undefined,
    payload: undefined,
    stringify: stringify(body.map((member) => member.target)),
    members: body.map((member) => ({
      key: literalKey(jsonName(member)),
      value: hasTrait(member, "idempotencyToken")
        ? `${memberCode("input", member.name, imports)} ?? ${imports.value("idempotencyToken", RUNTIME)}()`
        : json.write(
            member,
            memberCode("input", member.name, imports),
            presentMemberCode("input", member.name, imports),
          ),
    })),
  };
};

const planPayload = (
  facts: Facts,
  payload: Member,
  stringify: string,
  json: JsonCode,
): BodyPlan => {
  const { model } = facts;
  const value = memberCode("input", payload.name, json.imports);
  const events = eventsOf(model, payload);
  if (events) {
    const name = functionOf("write", facts.names.type(events.id));
    const write = json.imports.value(name, eventsModule(facts, events.id));
    return {
      contentType: literal(EVENT_STREAM),
      optional: undefined,
      payload: `${json.imports.value("writeEvents", RUNTIME)}(${value}, ${write})`,
      stringify: undefined,
      members: undefined,
    };
  }
  const { type } = dataShapeOf(model, payload.target);
  const mediaType = memberTrait<string>(model, payload, "mediaType");
  const raw = hasMemberTrait(model, payload, "streaming") || type === "blob";
  if (raw || type === "string" || type === "enum") {
    const contentType = mediaType ?? (raw ? "application/octet-stream" : "text/plain");
    return {
      contentType: literal(contentType),
      optional: undefined,
      // Whatever is said to be JSON is JSON, also where it is missing.
      payload: contentType === "application/json" ? `${value} ?? "{}"` : value,
      stringify: undefined,
      members: undefined,
    };
  }
  const code = `${stringify}(${json.writePresent(payload, value)})`;
  return {
    contentType: literal("application/json"),
    // No member at all is no value of a union, so that none is sent.
    optional: type === "union" ? value : undefined,
    stringify: undefined,
    members: undefined,
    // Documents may be null; what is missing is sent as an empty object, as the protocol asks.
    payload:
      type === "union"
        ? `${value} == null ? undefined : ${code}`
        : type === "document"
          ? `${value} === undefined ? "{}" : ${code}`
          : `${value} == null ? "{}" : ${code}`,
  };
};
