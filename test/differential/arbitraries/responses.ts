import {
  dataShapeOf,
  structureOf,
  trait,
  type Model,
  type OperationShape,
  type ShapeId,
} from "@wickr-admin/codegen";
import fc, { type Arbitrary } from "fast-check";
import { anyText } from "./texts.js";

/** The JSON a service may answer an operation with, for years to come. */
export const responseBody = (model: Model, { output }: OperationShape): Arbitrary<string> =>
  structure(model, output).map((json) => JSON.stringify(json));

/**
 * The JSON of a structure: any member may be missing or null, required or not, and there may be
 * members and enum values that the model does not know.
 */
export const structure = (model: Model, id: ShapeId): Arbitrary<object> => {
  const { members } = structureOf(model, id);
  const known = [...members.values()].map(
    ({ name, target }) => [name, fc.option(value(model, target), { freq: 8 })] as const,
  );
  const unknownName = fc
    .oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "length"))
    .filter((name) => !members.has(name) && name !== "__type");
  const unknown = fc.array(fc.tuple(unknownName, fc.jsonValue({ maxDepth: 1 })), { maxLength: 2 });
  return (
    fc
      .tuple(fc.record(Object.fromEntries(known), { requiredKeys: [] }), unknown)
      // From entries, so that `__proto__` is a member like any other.
      .map(([json, others]) => Object.fromEntries([...Object.entries(json), ...others]))
  );
};

const value = (model: Model, target: ShapeId): Arbitrary<unknown> => {
  const shape = dataShapeOf(model, target);
  switch (shape.type) {
    case "structure":
      return structure(model, target);
    case "list":
      return fc.array(value(model, shape.member.target), { maxLength: 5 });
    case "map":
      return fc.dictionary(anyText, value(model, shape.value.target), { maxKeys: 5 });
    case "string":
      return anyText;
    case "enum":
      return fc.oneof(
        fc.constantFrom(...[...shape.members.values()].map((each) => trait(each, "enumValue"))),
        anyText,
      );
    case "boolean":
      return fc.boolean();
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
      return fc.integer();
    case "long":
      return fc.maxSafeInteger();
    case "float":
    case "double":
      return fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom("NaN", "Infinity", "-Infinity"),
      );
    case "timestamp":
      return fc.integer({ min: 0, max: 4_102_444_800 });
    default:
      throw new Error(`No random ${shape.type} in JSON yet.`);
  }
};
