import { functionOf } from "../../restjson1/client/function-names.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { isSensitive, isSparse } from "../../facts/members.js";
import { literalKey } from "../../typescript/names.js";
import { type Member, type ShapeId, dataShapeOf } from "../../model/model.js";
import type { Imports } from "../../typescript/imports.js";
import { memberCode, presentMemberCode } from "../member-code.js";
import { RUNTIME } from "../packages.js";

/** A member as it may be logged. */
export interface Redaction {
  /** The member, which may be missing. */
  readonly guard: string;
  readonly key: string;
  readonly value: string;
}

/** The members that are sensitive or hold something that is; the others are logged as they are. */
export const redactions = (
  facts: Facts,
  members: readonly Member[],
  sensitive: ReadonlySet<ShapeId>,
  imports: Imports,
  codec: (typeName: string) => string,
): Redaction[] =>
  members.flatMap((member) => {
    const own = memberCode("value", member.name, imports);
    const present = presentMemberCode("value", member.name, imports);
    const value = redacted(facts, member, sensitive, imports, codec, present, 0);
    return value === undefined ? [] : [{ guard: own, key: literalKey(member.name), value }];
  });

const redacted = (
  facts: Facts,
  member: Member,
  sensitive: ReadonlySet<ShapeId>,
  imports: Imports,
  codec: (typeName: string) => string,
  value: string,
  depth: number,
): string | undefined => {
  const { model, names } = facts;
  // A stream is not looked into before its reader does.
  if (eventsOf(model, member)) return undefined;
  if (isSensitive(model, member)) return imports.value("REDACTED", RUNTIME);
  if (!sensitive.has(member.target)) return undefined;
  const shape = dataShapeOf(model, member.target);
  const item = depth === 0 ? "item" : `item${depth + 1}`;
  const inner = (of: Member) => redacted(facts, of, sensitive, imports, codec, item, depth + 1);
  const each = (code: string) => {
    if (isSparse(model, shape.id)) return `(${item}) => ${item} == null ? null : ${code}`;
    const direct = /^(\w+)\(item\d*\)$/.exec(code)?.[1];
    return direct ?? `(${code.includes(item) ? item : ""}) => ${code}`;
  };
  switch (shape.type) {
    case "structure":
    case "union": {
      const type = names.type(shape.id);
      return `${imports.value(functionOf("redact", type), codec(type))}(${value})`;
    }
    case "list": {
      const code = inner(shape.member);
      if (code === undefined) return undefined;
      return `${value}.map(${each(code)})`;
    }
    case "map": {
      const code = inner(shape.value);
      if (code === undefined) return imports.value("REDACTED", RUNTIME);
      return `${imports.value("mapValues", RUNTIME)}(${value}, ${each(code)})`;
    }
    default:
      return undefined;
  }
};
