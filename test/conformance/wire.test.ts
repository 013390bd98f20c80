import {
  hasTrait,
  nameOf,
  namespaceOf,
  shapeOf,
  trait,
  type Member,
  type Shape,
  type StructureShape,
} from "@wickr-admin/codegen";
import { describe, expect, test } from "vitest";
import { serviceOf } from "@wickr-admin/test-support/service-operations";
import {
  WICKR_NAMESPACE,
  WICKR_SERVICE,
  wickrModel,
  wickrOperation,
  wickrOperations,
} from "@wickr-admin/test-support/wickr-model";
import { wireFacts, type MemberFacts } from "./facts/facts.js";

const shapeNamed = (name: string): Shape => shapeOf(wickrModel, `${WICKR_NAMESPACE}#${name}`);
const structureNamed = (name: string) => shapeNamed(name) as StructureShape;

/** Names of Smithy's own shapes are written in full. */
const nameOfTarget = (id: string) => (namespaceOf(id) === WICKR_NAMESPACE ? nameOf(id) : id);

/** The facts of a member, as the model has them. */
function memberFacts({ target, traits }: Member, facts: MemberFacts | undefined): MemberFacts {
  const on = { traits };
  const flag = (name: string) => (hasTrait(on, name) ? { [name]: true } : {});
  const value = (name: string) => (hasTrait(on, name) ? { [name]: trait(on, name) } : {});
  return {
    target: nameOfTarget(target),
    ...flag("required"),
    ...flag("httpLabel"),
    ...flag("idempotencyToken"),
    ...value("httpQuery"),
    ...value("httpHeader"),
    ...value("timestampFormat"),
    // The model also has ranges and defaults that are known from prose; see prose.test.ts.
    ...(facts?.range && value("range")),
    ...(facts?.default !== undefined && value("default")),
  } as MemberFacts;
}

describe("the service", () => {
  const service = serviceOf(wickrModel, WICKR_SERVICE);
  const facts = wireFacts.service;

  test("has the published name and version", () => {
    expect(nameOf(service.id)).toBe(facts.serviceShape);
    expect(service.version).toBe(facts.version);
    expect(trait(service, "aws.api#service")).toMatchObject({
      sdkId: facts.sdkId,
      arnNamespace: facts.arnNamespace,
      endpointPrefix: facts.endpointPrefix,
    });
  });

  test("speaks the published protocol, signed with SigV4", () => {
    expect(hasTrait(service, facts.protocol)).toBe(true);
    expect(trait(service, "aws.auth#sigv4")).toEqual({ name: facts.sigv4SigningName });
  });

  test("has the 42 published operations", () => {
    expect(wickrOperations.map(({ id }) => nameOf(id))).toEqual(
      Object.keys(wireFacts.operations).sort(),
    );
    expect(wickrOperations).toHaveLength(42);
  });
});

describe("an operation is the published one", () => {
  test.each(Object.entries(wireFacts.operations))("%s", (name, facts) => {
    const operation = wickrOperation(name);
    const { code = 200, ...http } = trait<{ method: string; uri: string; code?: number }>(
      operation,
      "http",
    )!;
    expect({
      ...http,
      code,
      ...(hasTrait(operation, "readonly") && { readonly: true }),
      ...(hasTrait(operation, "idempotent") && { idempotent: true }),
      ...(hasTrait(operation, "paginated") && { paginated: trait(operation, "paginated") }),
      input: nameOf(operation.input),
      output: nameOf(operation.output),
      errors: operation.errors.map(nameOf).sort(),
    }).toEqual({ ...facts, errors: [...facts.errors].sort() });
  });
});

describe("a structure is the published one, member by member", () => {
  const structures = Object.entries(wireFacts.shapes).filter(
    ([, { type }]) => type === "structure",
  );

  test.each(structures)("%s", (name, facts) => {
    const { type, members } = structureNamed(name);
    expect(type).toBe("structure");
    expect(
      Object.fromEntries(
        [...members].map(([key, member]) => [key, memberFacts(member, facts.members![key])]),
      ),
    ).toEqual(facts.members);
  });
});

describe("a list is the published one", () => {
  const lists = Object.entries(wireFacts.shapes).filter(([, { type }]) => type === "list");

  test.each(lists)("%s", (name, facts) => {
    const shape = shapeNamed(name);
    expect(shape.type === "list" && nameOfTarget(shape.member.target)).toBe(facts.member);
  });
});

describe("an enum has the published values", () => {
  const enums = Object.entries(wireFacts.shapes).filter(([, { values }]) => values !== undefined);

  test.each(enums)("%s", (name, facts) => {
    const { type, members } = shapeNamed(name) as Extract<Shape, { type: "enum" | "intEnum" }>;
    expect(type).toBe(facts.type);
    expect(
      Object.fromEntries([...members].map(([key, member]) => [key, trait(member, "enumValue")])),
    ).toEqual(facts.values);
  });
});

describe("a string has the published constraints", () => {
  const strings = Object.entries(wireFacts.shapes).filter(([, { type }]) => type === "string");

  test.each(strings)("%s", (name, { type, ...constraints }) => {
    const shape = shapeNamed(name);
    expect(shape.type).toBe(type);
    expect({
      ...(hasTrait(shape, "length") && { length: trait(shape, "length") }),
      ...(hasTrait(shape, "pattern") && { pattern: trait(shape, "pattern") }),
      ...(hasTrait(shape, "sensitive") && { sensitive: trait(shape, "sensitive") }),
    }).toEqual(constraints);
  });
});

describe("an error is the published one", () => {
  test.each(Object.entries(wireFacts.errors))("%s", (name, facts) => {
    const shape = structureNamed(name);
    expect({
      fault: trait(shape, "error"),
      httpError: trait(shape, "httpError"),
      members: Object.fromEntries(
        [...shape.members].map(([key, member]) => [key, memberFacts(member, facts.members[key])]),
      ),
    }).toEqual(facts);
  });
});

test("there are no shapes beside the published ones", () => {
  const operations = Object.entries(wireFacts.operations);
  const published = new Set([
    wireFacts.service.serviceShape,
    ...Object.keys(wireFacts.shapes),
    ...Object.keys(wireFacts.errors),
    ...operations.map(([name]) => name),
  ]);
  const ours = [...wickrModel.shapes.keys()].filter((id) => namespaceOf(id) === WICKR_NAMESPACE);
  expect(ours.map(nameOf).filter((name) => !published.has(name))).toEqual([]);
});
