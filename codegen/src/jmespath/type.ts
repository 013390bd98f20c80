import { isRequired, isSparse } from "../facts/members.js";
import { type Member, type Model, type ShapeId, dataShapeOf, nameOf } from "../model/model.js";
import { hasMemberTrait, trait } from "../model/traits.js";

/** What is known of the values of an expression before anything runs. */
export type Type =
  /** Known when it runs. */
  | { readonly kind: "any" }
  | { readonly kind: "null" }
  | { readonly kind: "expression" }
  | { readonly kind: "boolean" }
  | {
      readonly kind: "string";
      /** All values there are, of an enum. */
      readonly values?: readonly unknown[] | undefined;
      /** How TypeScript holds it, if not as a string. */
      readonly form?: "bytes";
    }
  | {
      readonly kind: "number";
      readonly values?: readonly unknown[] | undefined;
      /** How TypeScript holds it, if not as a number. */
      readonly form?: "date" | "big";
    }
  | { readonly kind: "array"; readonly item: Type; readonly itemOptional: boolean }
  | { readonly kind: "map"; readonly value: Type; readonly valueOptional: boolean }
  | {
      readonly kind: "object";
      /** For messages: `structure User`. */
      readonly name: string;
      readonly members: ReadonlyMap<string, Field>;
      /** The shape it comes from, which may refer to itself. */
      readonly shape?: ShapeId;
      /** Whether the client adds `$metadata` to it. */
      readonly hasMetadata?: boolean;
    };

/** A member of an object. Its type is asked for late: shapes may be recursive. */
export interface Field {
  readonly type: () => Type;
  /** Whether it may be missing. */
  readonly optional: boolean;
}

export const ANY: Type = { kind: "any" };
export const NULL: Type = { kind: "null" };
export const BOOLEAN: Type = { kind: "boolean" };
export const STRING: Type = { kind: "string" };
export const NUMBER: Type = { kind: "number" };

export const arrayOf = (item: Type, itemOptional = false): Type => ({
  kind: "array",
  item,
  itemOptional,
});

/** The type of a shape's values. */
export const typeOfShape = (model: Model, id: ShapeId): Type => {
  const shape = dataShapeOf(model, id);
  switch (shape.type) {
    case "structure":
    case "union": {
      const fields = [...shape.members.values()].map((member): [string, Field] => [
        member.name,
        {
          type: () => typeOfMember(model, member),
          optional: shape.type === "union" || !isRequired(member),
        },
      ]);
      return {
        kind: "object",
        name: `${shape.type} ${nameOf(id)}`,
        members: new Map(fields),
        shape: id,
      };
    }
    case "list":
      return arrayOf(typeOfShape(model, shape.member.target), isSparse(model, id));
    case "map": {
      const value = typeOfShape(model, shape.value.target);
      return { kind: "map", value, valueOptional: isSparse(model, id) };
    }
    case "enum":
    case "intEnum": {
      const values = [...shape.members.values()].map(
        (member) => trait(member, "enumValue") ?? member.name,
      );
      return { kind: shape.type === "enum" ? "string" : "number", values };
    }
    case "string":
      return STRING;
    case "boolean":
      return BOOLEAN;
    case "blob":
      return { kind: "string", form: "bytes" };
    case "timestamp":
      return { kind: "number", form: "date" };
    case "bigInteger":
    case "bigDecimal":
      return { kind: "number", form: "big" };
    case "document":
      return ANY;
    default:
      return NUMBER;
  }
};

const typeOfMember = (model: Model, member: Member): Type =>
  // What streams can be looked at once only: not by an expression.
  hasMemberTrait(model, member, "streaming") ? ANY : typeOfShape(model, member.target);

/** The type of a JSON value. */
const typeOfJson = (value: unknown): Type => {
  if (value === null) return NULL;
  if (typeof value === "string") return STRING;
  if (typeof value === "number") return NUMBER;
  if (typeof value === "boolean") return BOOLEAN;
  if (Array.isArray(value)) {
    return arrayOf(
      unify(value.filter((item) => item !== null).map(typeOfJson)),
      value.includes(null),
    );
  }
  const members = Object.entries(value as object).map(([name, member]): [string, Field] => [
    name,
    { type: () => typeOfJson(member), optional: member === null },
  ]);
  return { kind: "object", name: "literal", members: new Map(members) };
};

/** The type of a literal: of texts and numbers, the one value is known. */
export const typeOfLiteral = (value: unknown): Type => {
  const type = typeOfJson(value);
  return type.kind === "string" || type.kind === "number" ? { ...type, values: [value] } : type;
};

/** One type for values of several. */
export const unify = (types: readonly Type[]): Type => {
  const [first, ...rest] = types.filter((type) => type.kind !== "null");
  if (!first) return ANY;
  return rest.reduce(unifyTwo, first);
};

const unifyTwo = (a: Type, b: Type): Type => {
  if (a === b) return a;
  if (a.kind === "array" && b.kind === "array")
    return arrayOf(unifyTwo(a.item, b.item), a.itemOptional || b.itemOptional);

  if (a.kind === "map" && b.kind === "map") {
    return {
      kind: "map",
      value: unifyTwo(a.value, b.value),
      valueOptional: a.valueOptional || b.valueOptional,
    };
  }
  if (a.kind === "object" && b.kind === "object")
    return a.shape !== undefined && a.shape === b.shape ? a : ANY;
  if (a.kind === "string" && b.kind === "string")
    return a.form === b.form ? { ...a, ...valuesOfBoth(a, b) } : ANY;

  if (a.kind === "number" && b.kind === "number")
    return a.form === b.form ? { ...a, ...valuesOfBoth(a, b) } : ANY;

  return a.kind === b.kind ? a : ANY;
};

interface Values {
  readonly values?: readonly unknown[] | undefined;
}

/** All values of the two, where those of both are known. */
const valuesOfBoth = (
  a: Values,
  b: Values,
): { readonly values: readonly unknown[] | undefined } => ({
  values: a.values && b.values && [...new Set([...a.values, ...b.values])],
});

/** Whether TypeScript holds something in the values in another form than JMESPath sees. */
export const hasForms = (type: Type, seen = new Set<ShapeId>()): boolean => {
  switch (type.kind) {
    case "string":
    case "number":
      return type.form !== undefined;
    case "array":
      return hasForms(type.item, seen);
    case "map":
      return hasForms(type.value, seen);
    case "object":
      if (type.shape !== undefined && seen.has(type.shape)) return false;
      if (type.shape !== undefined) seen.add(type.shape);
      return [...type.members.values()].some((member) => hasForms(member.type(), seen));
    default:
      return false;
  }
};

/** The type after `plain` of the runtime: no form is left. */
export const plainType = (type: Type): Type => {
  switch (type.kind) {
    case "string":
    case "number":
      return type.form === undefined ? type : { kind: type.kind };
    case "array":
      return { ...type, item: plainType(type.item) };
    case "map":
      return { ...type, value: plainType(type.value) };
    case "object":
      // What a structure turns into is looked at as a whole only.
      return hasForms(type) ? ANY : type;
    default:
      return type;
  }
};

export const describe = (type: Type): string => {
  switch (type.kind) {
    case "map":
      return "object";
    case "object":
      return type.shape === undefined ? "object" : type.name;
    case "array":
      return type.item.kind === "any" ? "array" : `array of ${describe(type.item)}`;
    default:
      return type.kind;
  }
};
