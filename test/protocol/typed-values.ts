import {
  dataShapeOf,
  structureOf,
  type Json,
  type Member,
  type Model,
  type ShapeId,
} from "@wickr-admin/codegen";
import { NumericValue } from "@wickr-admin/test-support/runtime";

type JsonObject = { readonly [key: string]: Json };

/**
 * What the parameters of a protocol test stand for in TypeScript: timestamps are dates, blobs are
 * bytes, numbers that JSON has not are spelled out there.
 */
const typedValue = (model: Model, target: ShapeId, json: Json): unknown => {
  if (json === null) return null;

  const shape = dataShapeOf(model, target);
  switch (shape.type) {
    case "structure":
      return typedMembers(shape.members, model, json as JsonObject);
    case "union":
      return typedMembers(shape.members, model, json as JsonObject);
    case "list":
      return (json as readonly Json[]).map((item) => typedValue(model, shape.member.target, item));
    case "map":
      return Object.fromEntries(
        Object.entries(json as JsonObject).map(([key, value]) => [
          key,
          typedValue(model, shape.value.target, value),
        ]),
      );
    case "timestamp":
      return new Date(typeof json === "number" ? json * 1000 : (json as string));
    case "blob":
      return new TextEncoder().encode(json as string);
    case "float":
    case "double":
      return Number(json);
    case "bigInteger":
      return BigInt(json as number | string);
    case "bigDecimal":
      return new NumericValue(String(json), "bigDecimal");
    default:
      return json;
  }
};

const typedMembers = (
  members: ReadonlyMap<string, Member>,
  model: Model,
  json: JsonObject,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const member = members.get(name);
      if (member === undefined)
        throw new Error(`The parameters have a member that the model has not: ${name}.`);

      return [name, typedValue(model, member.target, value)];
    }),
  );

/** The parameters of a test as an input or output of the structure. */
export const typedParams = (model: Model, structure: ShapeId, params: JsonObject): object => {
  if (structure === "smithy.api#Unit") return {};
  return typedMembers(structureOf(model, structure).members, model, params);
};
