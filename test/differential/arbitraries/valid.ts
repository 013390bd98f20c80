import {
  dataShapeOf,
  hasTrait,
  structureOf,
  trait,
  type Member,
  type Model,
  type ShapeId,
} from "@wickr-admin/codegen";
import fc, { type Arbitrary } from "fast-check";

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Constraints of a value: the member's go before its shape's. */
interface Constraints {
  readonly length?: Bounds | undefined;
  readonly range?: Bounds | undefined;
  readonly pattern?: string | undefined;
}

/** Structures that keep to all that the model asks of them. Optional members may be absent. */
export const validStructure = (model: Model, id: ShapeId): Arbitrary<object> => {
  if (id === "smithy.api#Unit") return fc.constant({});
  const members = [...structureOf(model, id).members.values()];
  return fc.record(
    Object.fromEntries(members.map((member) => [member.name, validMember(model, member)])),
    {
      requiredKeys: members.filter((each) => hasTrait(each, "required")).map(({ name }) => name),
      noNullPrototype: true,
    },
  );
};

const validMember = (model: Model, member: Member): Arbitrary<unknown> => {
  const shape = dataShapeOf(model, member.target);
  const constraint = <T extends Bounds | string>(name: string): T | undefined =>
    trait<never>(member, name) ?? trait<never>(shape, name);
  const length = constraint<Bounds>("length");
  const constraints = {
    // A label always has a character at least: without one there would be no such path.
    length: hasTrait(member, "httpLabel") ? { min: 1, ...length } : length,
    range: constraint<Bounds>("range"),
    pattern: constraint<string>("pattern"),
  };
  return validValue(model, member.target, constraints);
};

const validValue = (
  model: Model,
  target: ShapeId,
  { length = {}, range = {}, pattern }: Constraints,
): Arbitrary<unknown> => {
  const shape = dataShapeOf(model, target);
  switch (shape.type) {
    case "structure":
      return validStructure(model, target);
    case "list":
      return fc.array(validMember(model, shape.member), {
        minLength: length.min ?? 0,
        maxLength: Math.min(length.max ?? 5, 5),
      });
    case "string":
      return text(length, pattern);
    case "enum":
    case "intEnum":
      return fc.constantFrom(
        ...[...shape.members.values()].map((each) => trait(each, "enumValue")),
      );
    case "boolean":
      return fc.boolean();
    case "byte":
    case "short":
    case "integer":
      return fc.integer({ min: range.min ?? -(2 ** 31), max: range.max ?? 2 ** 31 - 1 });
    case "long":
      return fc.integer({
        min: range.min ?? Number.MIN_SAFE_INTEGER,
        max: range.max ?? Number.MAX_SAFE_INTEGER,
      });
    case "timestamp":
      return fc.date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true });
    default:
      throw new Error(`No random valid ${shape.type} yet.`);
  }
};

/** Smithy counts characters, not UTF-16 units; so does the unit of these texts. */
const text = ({ min = 0, max = 40 }: Bounds, pattern: string | undefined): Arbitrary<string> => {
  const free = fc.string({ unit: "binary", minLength: min, maxLength: max });
  if (pattern === undefined || pattern === "^[\\S\\s]*$") return free;
  return fc.stringMatching(new RegExp(pattern)).filter((each) => {
    const { length } = [...each];
    return length >= min && length <= max;
  });
};
