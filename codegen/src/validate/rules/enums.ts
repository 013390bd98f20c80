import { describeJson } from "../../model/json.js";
import type { Json } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import type { Rule } from "../scope.js";

const ENUM_VALUE = "smithy.api#enumValue";

/** Enums have members, each with a value of its own and of the right type. */
export const enums: Rule = ({ shapes, error }) => {
  for (const shape of shapes) {
    if (shape.type !== "enum" && shape.type !== "intEnum") continue;
    if (shape.members.size === 0) error(shape.id, "found no members, expected at least one");
    const names = new Map<Json, string>();
    for (const member of shape.members.values()) {
      const value = trait(member, "enumValue");
      const isFit =
        shape.type === "enum"
          ? typeof value === "string" && value !== ""
          : typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= 0x80000000;
      if (!isFit) {
        const expected = shape.type === "enum" ? "a string that is not empty" : "a 32-bit integer";
        error(
          member.id,
          `found ${describeJson(value)} as enum value, expected ${expected}`,
          ENUM_VALUE,
        );
        continue;
      }
      const other = names.get(value ?? null);
      if (other === undefined) {
        names.set(value ?? null, member.name);
      } else {
        error(
          member.id,
          `found the enum value ${describeJson(value)} a second time, expected another than that of ${other}`,
          ENUM_VALUE,
        );
      }
    }
  }
};
