import { dataShapeOf, hasTrait, nameOf, trait, type ShapeId } from "@wickr-admin/codegen";
import { describe, expect, test } from "vitest";
import { wickrModel, wickrOperation } from "@wickr-admin/test-support/wickr-model";
import { operationTypes, type TypeFacts } from "./facts/facts.js";

/** The type of a shape as the facts write it; `mark` adds what a required member's name ends in. */
function typeOf(id: ShapeId, mark: string): TypeFacts {
  const shape = dataShapeOf(wickrModel, id);
  switch (shape.type) {
    case "structure":
      return Object.fromEntries(
        [...shape.members.values()].map((member) => [
          hasTrait(member, "required") ? member.name + mark : member.name,
          typeOf(member.target, mark),
        ]),
      );
    case "list":
      return [typeOf(shape.member.target, mark)];
    case "enum":
      return { enum: [...shape.members.values()].map((each) => trait<string>(each, "enumValue")!) };
    case "intEnum":
    case "long":
      return "integer";
    default:
      return shape.type;
  }
}

describe("a request has the published types", () => {
  test.each(Object.entries(operationTypes))("%s", (name, { request }) => {
    expect(typeOf(wickrOperation(name).input, "!")).toEqual(request);
  });
});

describe("a response has the published types", () => {
  test.each(Object.entries(operationTypes))("%s", (name, { response }) => {
    expect(typeOf(wickrOperation(name).output, "")).toEqual(response);
  });
});

test("input and output shapes are named as in the published SDK", () => {
  for (const name of Object.keys(operationTypes)) {
    const { input, output } = wickrOperation(name);
    expect([nameOf(input), nameOf(output)]).toEqual([`${name}Request`, `${name}Response`]);
  }
});
