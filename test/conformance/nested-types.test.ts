import { dataShapeOf, hasTrait, nameOf, trait, type ShapeId } from "@wickr-admin/codegen";
import { wickrModel, wickrOperations } from "@wickr-admin/test-support/wickr-model";
import { describe, expect, test } from "vitest";
import { isAllowed } from "./differences.js";
import { allowedDifferences, operationTypes, type TypeFacts } from "./facts/facts.js";

type Members = Readonly<Record<string, TypeFacts>>;

/**
 * Where a shape is not the published type, but for the differences that are listed. `mark` is what
 * the names of required members end in.
 */
const contradictions = (
  id: ShapeId,
  published: TypeFacts,
  mark: string,
  path: string,
): string[] => {
  const shape = dataShapeOf(wickrModel, id);
  const is = (own: string) =>
    own === published || isAllowed(id, allowedDifferences)
      ? []
      : [`${path}: published is ${JSON.stringify(published)}, the model has ${own}`];
  switch (shape.type) {
    case "structure": {
      if (!isRecord(published)) return is("a structure");
      const members = [...shape.members.values()].filter(
        (member) => !isAllowed(member.id, allowedDifferences),
      );
      const own = new Set(members.map((member) => nameAsPublished(member, mark)));
      const missing = Object.keys(published).filter(
        (name) =>
          !own.has(name) && !isAllowed(`${id}$${name.replace("!", "")}`, allowedDifferences),
      );
      return [
        ...missing.map((name) => `${path}: the model has no ${name}`),
        ...members.flatMap((member) => {
          const name = nameAsPublished(member, mark);
          return Object.hasOwn(published, name)
            ? contradictions(member.target, published[name]!, mark, `${path}.${name}`)
            : [`${path}: ${name} is not published`];
        }),
      ];
    }
    case "list":
      return Array.isArray(published)
        ? contradictions(shape.member.target, published[0] as TypeFacts, mark, `${path}[]`)
        : is("a list");
    case "enum": {
      const values = isRecord(published) ? (published as { enum?: readonly string[] }).enum : [];
      const own = [...shape.members.values()].map(
        (member) => [member.id, trait<string>(member, "enumValue")!] as const,
      );
      const added = own.filter(
        ([at, value]) => !values?.includes(value) && !isAllowed(at, allowedDifferences),
      );
      const removed = (values ?? []).filter(
        (value) =>
          own.every(([, each]) => each !== value) &&
          !isAllowed(`${id}$${value}`, allowedDifferences),
      );
      return [
        ...added.map(([, value]) => `${path}: the value ${value} is not published`),
        ...removed.map((value) => `${path}: the model has no value ${value}`),
      ];
    }
    case "intEnum":
    case "long":
      return is("integer");
    default:
      return is(shape.type);
  }
};

const nameAsPublished = (member: { name: string; traits: object }, mark: string): string =>
  hasTrait(member as never, "required") ? member.name + mark : member.name;

const isRecord = (published: TypeFacts): published is Members =>
  typeof published === "object" && !Array.isArray(published);

// That the operations are the published ones is tested with what they have on the wire.
const operations = wickrOperations
  .map((operation) => [nameOf(operation.id), operation] as const)
  .filter(([name]) => Object.hasOwn(operationTypes, name));

describe("a request has the published types", () => {
  test.each(operations)("%s", (name, { input }) => {
    const { request } = operationTypes[name]!;
    expect(contradictions(input, request, "!", "request")).toEqual([]);
  });
});

describe("a response has the published types", () => {
  test.each(operations)("%s", (name, { output }) => {
    const { response } = operationTypes[name]!;
    expect(contradictions(output, response, "", "response")).toEqual([]);
  });
});
