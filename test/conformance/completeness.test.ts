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

/** How many entries a trait has that is a list: none where it is not there. */
const count = (on: Shape, name: string): number => trait<readonly Json[]>(on, name)?.length ?? 0;

describe("an operation has", () => {
  test.each(named)("%s: an example that succeeds", (_name, operation) => {
    const examples = trait<readonly { readonly error?: Json }[]>(operation, "examples") ?? [];
    expect(examples.filter(({ error }) => error === undefined)).not.toEqual([]);
  });

  test.each(named)("%s: request tests", (_name, operation) => {
    expect(count(operation, "smithy.test#httpRequestTests")).toBeGreaterThan(0);
  });

  test.each(named)("%s: response tests", (_name, operation) => {
    expect(count(operation, "smithy.test#httpResponseTests")).toBeGreaterThan(0);
  });
});

describe("an error has", () => {
  const errors = [...new Set(wickrOperations.flatMap((operation) => operation.errors))];

  test.each(errors)("%s: response tests", (id) => {
    expect(count(shapeOf(wickrModel, id), "smithy.test#httpResponseTests")).toBeGreaterThan(0);
  });
});

test("there are waiters for the states an administrator waits for", () => {
  const waiters = wickrOperations.flatMap((operation) =>
    Object.keys(trait<Record<string, Json>>(operation, "smithy.waiters#waitable") ?? {}),
  );
  // There may be more; none of these may go.
  const wanted = [
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
  ];
  expect(wanted.filter((name) => !waiters.includes(name))).toEqual([]);
});

test("protocol tests have unique ids", () => {
  const ids = ours.flatMap((shape) =>
    ["smithy.test#httpRequestTests", "smithy.test#httpResponseTests"].flatMap((name) =>
      (trait<readonly Json[]>(shape, name) ?? []).map((each) => (each as { id: string }).id),
    ),
  );
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
