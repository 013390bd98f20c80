import { describeJson, isObject, property } from "../../model/json.js";
import type { Json, Member, Shape } from "../../model/model.js";
import { membersOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";
import { orList } from "../text.js";
import { TRAIT_SCHEMAS, type Schema } from "../trait-schemas.js";

/** Values of known traits have the JSON type that the trait asks for. */
export const traitValues: Rule = ({ shapes, error, warning }) => {
  const check = (on: Shape | Member): void => {
    for (const [id, value] of Object.entries(on.traits)) {
      const schema = TRAIT_SCHEMAS.get(id);
      if (schema === undefined) continue;
      for (const { path, message, isExtra } of misfits(schema, value, "")) {
        const report = isExtra ? warning : error;
        report(on.id, `${message} in ${id}${path && ` at ${path}`}`, id);
      }
    }
  };
  for (const shape of shapes) {
    check(shape);
    membersOf(shape).forEach(check);
  }
};

interface TraitMisfit {
  readonly path: string;
  readonly message: string;
  /** Something that no one reads, rather than something that is missing. */
  readonly isExtra?: true;
}

const misfits = (schema: Schema, value: Json, path: string): TraitMisfit[] => {
  const unless = (isFit: boolean, expected: string): TraitMisfit[] =>
    isFit ? [] : [{ path, message: `found ${describeJson(value)}, expected ${expected}` }];

  if (isOneOf(schema)) {
    return unless(
      schema.includes(value as string),
      orList(schema.map((item) => JSON.stringify(item))),
    );
  }
  if (typeof schema === "object") {
    if ("list" in schema) {
      if (!Array.isArray(value)) return unless(false, "a list");
      return (value as Json[]).flatMap((item, index) =>
        misfits(schema.list, item, `${path}[${index}]`),
      );
    }
    if (!isObject(value)) return unless(false, "an object");
    if ("map" in schema) {
      return Object.entries(value).flatMap(([key, item]) =>
        misfits(schema.map, item, `${path}.${key}`),
      );
    }
    const expected = Object.entries(schema.members).flatMap(([key, member]) => {
      const name = key.replace(/!$/, "");
      const item = property(value, name);
      if (item !== undefined) return misfits(member, item, `${path}.${name}`);
      return key === name ? [] : [{ path, message: `found no "${name}", expected one` }];
    });
    const extra = Object.keys(value)
      .filter(
        (name) =>
          !Object.hasOwn(schema.members, name) && !Object.hasOwn(schema.members, `${name}!`),
      )
      .map((name) => ({
        path,
        message: `found an unknown property ${JSON.stringify(name)}`,
        isExtra: true as const,
      }));
    return [...expected, ...extra];
  }
  switch (schema) {
    case "any":
      return [];
    case "mark":
      return unless(isObject(value), "an empty object");
    case "integer":
      return unless(typeof value === "number" && Number.isInteger(value), "an integer");
    case "decimal":
      return unless(
        typeof value === "number" ||
          (typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value))),
        "a number",
      );
    case "object":
      return unless(isObject(value), "an object");
    case "string":
      return unless(typeof value === "string", "a string");
    default:
      return unless(typeof value === "boolean", "true or false");
  }
};

const isOneOf = (schema: Schema): schema is readonly string[] => Array.isArray(schema);
