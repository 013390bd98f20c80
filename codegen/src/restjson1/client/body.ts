import type { Bindings } from "../../facts/bindings.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { jsonName } from "../../facts/members.js";
import { eventsSymbol } from "../../layout/client.js";
import { type Member, type ShapeId, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait, hasTrait, memberTrait } from "../../model/traits.js";
import { ownMember, presentMember } from "../../typescript/own-members.js";
import { runtime } from "../../typescript/runtime.js";
import {
  type Expression,
  type ObjectEntry,
  UNDEFINED,
  binary,
  call,
  conditional,
  entry,
  isMissing,
  literal,
  member as memberOf,
  name,
  object,
} from "../../typescript/tree.js";
import { holdsBigNumbers } from "./exact-numbers.js";
import { orToken } from "./idempotency.js";
import { writeJson, writePresentJson } from "./json.js";

/** What a body that streams events is. */
const EVENT_STREAM = "application/vnd.amazon.eventstream";

/** What follows the headers. */
export interface BodyWriter {
  readonly contentType: string;
  /** What has no body without a value: the member that holds it. */
  readonly optional: Expression | undefined;
  readonly value: Expression;
}

const INPUT = name("input");

/** The body of a request; undefined where it has none. */
export const bodyOf = (facts: Facts, { payload, body }: Bindings): BodyWriter | undefined => {
  if (payload) return payloadOf(facts, payload);
  if (body.length === 0) return undefined;
  const stringify = stringifyOf(
    facts,
    body.map((member) => member.target),
  );
  return {
    contentType: "application/json",
    optional: undefined,
    value: call(
      stringify,
      object(
        body.map((member) => inputEntry(facts, member)),
        "broken",
      ),
    ),
  };
};

/** A member of the input in the JSON document. */
const inputEntry = (facts: Facts, member: Member): ObjectEntry =>
  hasTrait(member, "idempotencyToken")
    ? entry(jsonName(member), orToken(ownMember(INPUT, member.name)))
    : documentEntry(facts, member, INPUT);

/** A member of a JSON document. */
export const documentEntry = (facts: Facts, member: Member, of: Expression): ObjectEntry =>
  entry(
    jsonName(member),
    writeJson(facts, member, ownMember(of, member.name), presentMember(of, member.name)),
  );

/** `JSON.stringify`, or one that carries big numbers. */
const stringifyOf = (facts: Facts, ids: readonly ShapeId[]): Expression =>
  holdsBigNumbers(facts, ids)
    ? runtime.internal.stringifyExact
    : memberOf(name("JSON"), "stringify");

const payloadOf = (facts: Facts, payload: Member): BodyWriter => {
  const { model } = facts;
  const value = ownMember(INPUT, payload.name);
  const events = eventsOf(model, payload);
  if (events) {
    const write = eventsSymbol(facts, "write", events.id);
    return {
      contentType: EVENT_STREAM,
      optional: undefined,
      value: call(runtime.internal.writeEvents, value, write),
    };
  }
  const { type } = dataShapeOf(model, payload.target);
  const mediaType = memberTrait<string>(model, payload, "mediaType");
  const isRaw = hasMemberTrait(model, payload, "streaming") || type === "blob";
  if (isRaw || type === "string" || type === "enum") {
    const contentType = mediaType ?? (isRaw ? "application/octet-stream" : "text/plain");
    return {
      contentType,
      optional: undefined,
      // Whatever is said to be JSON is JSON, also where it is missing.
      value: contentType === "application/json" ? binary(value, "??", EMPTY_DOCUMENT) : value,
    };
  }
  const written = call(
    stringifyOf(facts, [payload.target]),
    writePresentJson(facts, payload, value),
  );
  return {
    contentType: "application/json",
    // No member at all is no value of a union, so that none is sent.
    optional: type === "union" ? value : undefined,
    value: unlessMissing(type, value, written),
  };
};

const EMPTY_DOCUMENT = literal("{}");

/** Documents may be null; what is missing is sent as an empty object, as the protocol asks. */
const unlessMissing = (type: string, value: Expression, written: Expression): Expression => {
  if (type === "union") return conditional(isMissing(value), UNDEFINED, written);
  return type === "document"
    ? conditional(binary(value, "===", UNDEFINED), EMPTY_DOCUMENT, written)
    : conditional(isMissing(value), EMPTY_DOCUMENT, written);
};
