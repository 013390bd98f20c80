import {
  dataShapeOf,
  hasTrait,
  structureOf,
  trait,
  type Member,
  type Model,
  type OperationShape,
  type ShapeId,
} from "@wickr-admin/codegen";
import fc, { type Arbitrary } from "fast-check";
import { anyText, headerText, nonEmptyText } from "./texts.js";

/**
 * Inputs as TypeScript allows them, whether or not the service would take them: any text, any
 * number, optional members absent, `undefined` or (as JavaScript may) `null`.
 */
export const anyInput = (model: Model, { input }: OperationShape): Arbitrary<object> =>
  input === "smithy.api#Unit" ? fc.constant({}) : structure(model, input);

const structure = (model: Model, id: ShapeId): Arbitrary<object> => {
  const members: Record<string, Arbitrary<unknown>> = {};
  const required: string[] = [];
  for (const member of structureOf(model, id).members.values()) {
    const present = memberValue(model, member);
    if (hasTrait(member, "required")) {
      required.push(member.name);
      members[member.name] = present;
    } else {
      members[member.name] = fc.oneof(
        { weight: 4, arbitrary: present },
        { weight: 1, arbitrary: nothing(member) },
      );
    }
  }
  return fc.record(members, { requiredKeys: required });
};

/** What says that a member is not there. The official runtime sends a null token as `null`. */
const nothing = (member: Member): Arbitrary<unknown> =>
  hasTrait(member, "idempotencyToken") ? fc.constant(undefined) : fc.constantFrom(undefined, null);

const memberValue = (model: Model, member: Member): Arbitrary<unknown> => {
  const isString = dataShapeOf(model, member.target).type === "string";
  if (isString && hasTrait(member, "httpLabel")) return nonEmptyText;
  if (isString && hasTrait(member, "httpHeader")) return headerText;
  return value(model, member.target);
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
    case "intEnum":
      return fc.constantFrom(
        ...[...shape.members.values()].map((each) => trait(each, "enumValue")),
      );
    case "boolean":
      return fc.boolean();
    case "byte":
    case "short":
    case "integer":
      return fc.integer();
    case "long":
      return fc.maxSafeInteger();
    case "float":
    case "double":
      return fc.double();
    case "timestamp":
      return fc.date({ noInvalidDate: true });
    case "blob":
      return fc.uint8Array();
    default:
      throw new Error(`No random ${shape.type} yet.`);
  }
};
