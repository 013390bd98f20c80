import {
  nameOf,
  namespaceOf,
  shapeOf,
  trait,
  type Json,
  type Member,
  type Shape,
} from "@wickr-admin/codegen";
import { describe, expect, test } from "vitest";
import {
  WICKR_NAMESPACE,
  wickrModel,
  wickrOperations,
} from "@wickr-admin/test-support/wickr-model";

const named = wickrOperations.map((operation) => [nameOf(operation.id), operation] as const);
const ours = [...wickrModel.shapes.values()].filter(
  ({ id }) => namespaceOf(id) === WICKR_NAMESPACE,
);
const documentation = (on: Shape | Member) => trait<string>(on, "documentation")?.trim() ?? "";
const membersOf = (shape: Shape): Member[] =>
  shape.type === "structure" || shape.type === "enum" || shape.type === "intEnum"
    ? [...shape.members.values()]
    : [];

describe("documentation stands on", () => {
  test("every operation, structure and enum", () => {
    const kinds = new Set(["service", "operation", "structure", "enum", "intEnum"]);
    const bare = ours.filter((shape) => kinds.has(shape.type) && documentation(shape) === "");
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test("every member and enum value", () => {
    const bare = ours.flatMap(membersOf).filter((member) => documentation(member) === "");
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

type Example = { readonly output?: Json; readonly error?: Json };

describe("an operation has", () => {
  test.each(named)("%s: an example that succeeds", (_name, operation) => {
    const examples = trait<readonly Json[]>(operation, "examples") ?? [];
    expect((examples as readonly Example[]).some(({ error }) => error === undefined)).toBe(true);
  });

  test.each(named)("%s: request tests", (_name, operation) => {
    expect(trait(operation, "smithy.test#httpRequestTests")).not.toHaveLength(0);
  });

  test.each(named)("%s: response tests", (_name, operation) => {
    expect(trait(operation, "smithy.test#httpResponseTests")).not.toHaveLength(0);
  });
});

describe("an error has", () => {
  const errors = [...new Set(wickrOperations.flatMap((operation) => operation.errors))];

  test.each(errors)("%s: response tests", (id) => {
    expect(trait(shapeOf(wickrModel, id), "smithy.test#httpResponseTests")).not.toHaveLength(0);
  });
});

test("there are waiters for the states an administrator waits for", () => {
  const waiters = wickrOperations.flatMap((operation) =>
    Object.keys(trait<Record<string, Json>>(operation, "smithy.waiters#waitable") ?? {}),
  );
  expect(waiters.sort()).toEqual([
    "BotActive",
    "BotDeleted",
    "DataRetentionBotRegistered",
    "DataRetentionServiceEnabled",
    "NetworkDeleted",
    "SecurityGroupDeleted",
    "SsoMigrationComplete",
    "UserActive",
    "UserDeleted",
    "UserDevicesReset",
  ]);
});

test("protocol tests have unique ids", () => {
  const ids = ours.flatMap((shape) =>
    ["smithy.test#httpRequestTests", "smithy.test#httpResponseTests"].flatMap((name) =>
      (trait<readonly Json[]>(shape, name) ?? []).map((each) => (each as { id: string }).id),
    ),
  );
  expect(new Set(ids).size).toBe(ids.length);
});
