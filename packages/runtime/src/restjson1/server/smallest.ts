import { bigDecimal } from "./big-decimal.js";
import { setOwn } from "./properties.js";
import { resolve, traitOf } from "./resolve.js";
import type { MemberSchema, Schema, StructureSchema } from "./schema.js";

/**
 * The smallest value of a structure: its required members only, each as short or as near to zero as its
 * constraints allow. Patterns are not looked at.
 */
export const smallestStructure = (schema: StructureSchema): object => structureOf(schema, []);

const structureOf = (schema: StructureSchema, above: readonly Schema[]): object => {
  const value = {};
  const members = schema.type === "union" ? schema.members.slice(0, 1) : schema.members;
  for (const member of members) {
    if (!member.required && schema.type !== "union") continue;
    setOwn(value, member.name, smallest(member, [...above, schema]));
  }
  return value;
};

const smallest = (member: MemberSchema, above: readonly Schema[]): unknown => {
  const schema = resolve(member.target);
  const least = traitOf(member, "length")?.min ?? 0;
  switch (schema.type) {
    case "structure":
    case "union":
      // A stream of events that ends at once.
      if (schema.streaming) return [];
      // No finite value has a structure that requires itself; such models are not valid.
      return above.includes(schema) ? {} : structureOf(schema, above);
    case "list":
      return Array.from({ length: least }, () => smallest(schema.member, above));
    case "map": {
      const entries = Array.from({ length: least }, (_, index) => [
        `key${index + 1}`,
        smallest(schema.value, above),
      ]);
      return Object.fromEntries(entries) as object;
    }
    case "enum":
    case "intEnum":
      return schema.values[0];
    case "string":
      return "a".repeat(least);
    case "blob":
      return new Uint8Array(least);
    case "boolean":
      return false;
    case "timestamp":
      return new Date(0);
    case "document":
      return {};
    case "bigInteger":
      return BigInt(Math.ceil(nearestToZero(member)));
    case "bigDecimal":
      return bigDecimal(String(nearestToZero(member)));
    default:
      return nearestToZero(member);
  }
};

const nearestToZero = (member: MemberSchema): number => {
  const { min = -Infinity, max = Infinity } = traitOf(member, "range") ?? {};
  return Math.min(Math.max(0, min), max);
};
