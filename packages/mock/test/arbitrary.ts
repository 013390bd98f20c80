import type {
  FieldSchema,
  MemberSchema,
  Schema,
  SchemaRef,
  StructureSchema,
} from "@wickr-admin/runtime/server";
import fc from "fast-check";

/** Values that a schema allows, as users of the client write them. */
export const valuesOf = (schema: StructureSchema | undefined): fc.Arbitrary<object> =>
  schema ? structure(schema) : fc.constant({});

const structure = (schema: StructureSchema): fc.Arbitrary<object> => {
  const required = schema.members.filter((member) => member.required).map(({ name }) => name);
  const model = Object.fromEntries(schema.members.map((member) => [member.name, value(member)]));
  return fc.record(model, { requiredKeys: required });
};

const resolve = (ref: SchemaRef): Schema =>
  typeof ref === "string" ? { type: ref } : typeof ref === "function" ? ref() : ref;

const value = (member: MemberSchema | FieldSchema): fc.Arbitrary<unknown> => {
  const schema = resolve(member.target);
  const { min = 0, max = 5 } = member.length ?? schema.length ?? {};
  const size = { minLength: min, maxLength: Math.min(max, min + 5) };
  const inLabel = "in" in member && member.in === "label";
  switch (schema.type) {
    case "structure":
      return structure(schema);
    case "list":
      return fc.array(value(schema.member), size);
    case "enum":
      return fc.constantFrom(...schema.values);
    case "intEnum":
      return fc.constantFrom(...schema.values);
    case "boolean":
      return fc.boolean();
    case "integer": {
      const range = member.range ?? schema.range ?? {};
      return fc.integer({ min: range.min ?? -(2 ** 31), max: range.max ?? 2 ** 31 - 1 });
    }
    case "long": {
      const range = member.range ?? schema.range;
      return range ? fc.integer(range) : fc.maxSafeInteger();
    }
    case "timestamp":
      // Query parameters and JSON hold seconds with milliseconds.
      return fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
    case "string": {
      const pattern = member.pattern ?? schema.pattern;
      const text =
        pattern === undefined
          ? fc.string({ unit: "grapheme", ...size })
          : matching(pattern, min, max);
      return inLabel
        ? text.filter((label) => label !== "" && label !== "." && label !== "..")
        : text;
    }
    default:
      throw new Error(`No values of type ${schema.type} yet.`);
  }
};

/** Text of a pattern, of a length. */
const matching = (pattern: string, min: number, max: number): fc.Arbitrary<string> => {
  const length = (text: string) => [...text].length;
  const any =
    pattern === "^[\\S\\s]*$"
      ? fc.string({ unit: "grapheme" })
      : fc.stringMatching(new RegExp(pattern, "u"));
  return any.filter(
    (text) =>
      !/\p{Surrogate}/u.test(text) && length(text) >= min && (max === 5 || length(text) <= max),
  );
};
