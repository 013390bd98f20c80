import { eventsOf } from "../facts/event-streams.js";
import type { Facts } from "../facts/facts.js";
import { isSensitive, isSparse } from "../facts/members.js";
import { type Member, type ShapeId, dataShapeOf } from "../model/model.js";
import { ownMember, presentMember } from "../typescript/own-members.js";
import { runtime } from "../typescript/runtime.js";
import {
  type Expression,
  arrow,
  call,
  conditional,
  isMissing,
  literal,
  local,
  method,
  name,
} from "../typescript/tree.js";
import { codecSymbol } from "./client.js";

/** A member as it may be logged. */
export interface Redaction {
  /** The member, which may be missing. */
  readonly guard: Expression;
  readonly name: string;
  readonly value: Expression;
}

const VALUE = name("value");

/** The members of `value` that are sensitive or hold something that is; the others are logged as they are. */
export const redactions = (
  facts: Facts,
  members: readonly Member[],
  sensitive: ReadonlySet<ShapeId>,
): Redaction[] =>
  members.flatMap((member) => {
    const how = redacted(facts, member, sensitive);
    if (how === undefined) return [];
    const guard = ownMember(VALUE, member.name);
    return [{ guard, name: member.name, value: redact(how, presentMember(VALUE, member.name)) }];
  });

/** How a value is made ready for a log: replaced, by a function, or by more than that. */
type Redact =
  | { readonly as: Expression }
  | { readonly by: Expression }
  | { readonly to: (value: Expression) => Expression };

const redact = (how: Redact, value: Expression): Expression => {
  if ("as" in how) return how.as;
  return "by" in how ? call(how.by, value) : how.to(value);
};

const REDACTED: Redact = { as: runtime.internal.REDACTED };

const redacted = (
  facts: Facts,
  member: Member,
  sensitive: ReadonlySet<ShapeId>,
): Redact | undefined => {
  const { model } = facts;
  // A stream is not looked into before its reader does.
  if (eventsOf(model, member)) return undefined;
  if (isSensitive(model, member)) return REDACTED;
  if (!sensitive.has(member.target)) return undefined;
  const shape = dataShapeOf(model, member.target);
  switch (shape.type) {
    case "structure":
    case "union":
      return { by: codecSymbol(facts, "redact", shape.id) };
    case "list": {
      const item = redacted(facts, shape.member, sensitive);
      return (
        item && { to: (list) => method(list, "map", [eachBy(item, isSparse(model, shape.id))]) }
      );
    }
    case "map": {
      const value = redacted(facts, shape.value, sensitive);
      // Where it is no value that is sensitive, it is a key.
      if (value === undefined) return REDACTED;
      const { mapValues } = runtime.internal;
      return { to: (map) => call(mapValues, map, eachBy(value, isSparse(model, shape.id))) };
    }
    default:
      return undefined;
  }
};

/** The function for an item or a value; in sparse collections they may be null. */
const eachBy = (how: Redact, sparse: boolean): Expression => {
  const item = { hint: "item" };
  if (sparse) {
    const value = redact(how, local(item));
    return arrow([item], conditional(isMissing(local(item)), literal(null), value));
  }
  if ("by" in how) return how.by;
  return "as" in how ? arrow([], how.as) : arrow([item], how.to(local(item)));
};
