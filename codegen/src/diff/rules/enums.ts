import { enumValueOf, enumValuesOf, isEnum } from "../../facts/enums.js";
import type { DataShape, EnumShape, Member } from "../../model/model.js";
import type { Comparison, Rule } from "../comparison.js";
import { ADDITIVE, BREAKING, PATCH } from "../impact.js";
import type { Pair } from "../pairs.js";
import { code, fromTo, value } from "../wording.js";

/** Values that enums have gained, lost, renamed or reordered. */
export const changedEnums: Rule = (comparison) => {
  for (const { before, after } of comparison.shapes.both) {
    if (before.type !== after.type) continue;
    if (isEnum(before) && isEnum(after)) compareEnums(comparison, { before, after });
  }
};

const compareEnums = ({ report }: Comparison, { before, after }: Pair<EnumShape>): void => {
  const was = byValue(before);
  const is = byValue(after);
  for (const [key, member] of was) {
    const now = is.get(key);
    const sameName = after.members.get(member.name);
    if (now && now.name !== member.name) {
      // The value on the wire stays; the constant's name is what code writes.
      const message = `name of enum value ${value(enumValueOf(now))} changed ${fromTo(member.name, now.name)}`;
      report("RenamedEnumValue", now.id, message, { client: "breaking", mock: "patch" });
    } else if (!now && sameName && !was.has(keyOf(sameName))) {
      const message = `enum value changed ${fromTo(enumValueOf(member), enumValueOf(sameName))}`;
      report("ChangedEnumValue", sameName.id, message, BREAKING);
    } else if (!now) {
      report(
        "RemovedEnumValue",
        member.id,
        `enum value ${value(enumValueOf(member))} removed`,
        BREAKING,
      );
    }
  }
  for (const [key, member] of is) {
    if (was.has(key)) continue;
    const sameName = before.members.get(member.name);
    if (sameName && !is.has(keyOf(sameName))) continue;
    report("AddedEnumValue", member.id, `enum value ${value(enumValueOf(member))} added`, ADDITIVE);
  }
  const order = [...was.keys()].filter((key) => is.has(key));
  const first = [...is.keys()]
    .filter((key) => was.has(key))
    .findIndex((key, i) => key !== order[i]);
  if (first >= 0) {
    const at = was.get(order[first] ?? "");
    const message = `enum values reordered: ${code(at?.name ?? "")} stands elsewhere`;
    report("ChangedEnumOrder", after.id, message, PATCH);
  }
};

/** Strings with the older `enum` trait, whose values have no names: only the mock knows them. */
export const changedEnumTraits: Rule = ({ shapes, report }) => {
  for (const { before, after } of shapes.both) {
    const was = listedTexts(before);
    const is = listedTexts(after);
    const add = (kind: string, message: string, mock: "breaking" | "additive") =>
      report(kind, after.id, message, { client: "patch", mock }, "smithy.api#enum");
    if (was && is) {
      for (const one of was.filter((each) => !is.includes(each)))
        add("RemovedEnumValue", `enum value ${code(one)} removed`, "breaking");

      for (const one of is.filter((each) => !was.includes(each)))
        add("AddedEnumValue", `enum value ${code(one)} added`, "additive");
    } else if (is) {
      add("AddedEnumTrait", "limited to a list of values", "breaking");
    } else if (was) {
      add("RemovedEnumTrait", "no longer limited to a list of values", "additive");
    }
  }
};

const keyOf = (member: Member): string => JSON.stringify(enumValueOf(member));

const byValue = (shape: EnumShape): Map<string, Member> =>
  new Map([...shape.members.values()].map((member) => [keyOf(member), member]));

/** The values of a string with the older trait, as text. */
const listedTexts = (shape: DataShape): string[] | undefined =>
  isEnum(shape) ? undefined : enumValuesOf(shape)?.map(({ value: text }) => String(text));
