import { expect, test } from "vitest";
import type { OperationShape } from "../model/model.js";
import { factsOfShapes } from "../plan/render-fixture.js";
import { errorsByStatus } from "./errors.js";

const error = (fault: string, status?: number) => ({
  type: "structure",
  members: {},
  traits: {
    "smithy.api#error": fault,
    ...(status !== undefined && { "smithy.api#httpError": status }),
  },
});

/** The statuses of an operation that ends with these errors, of a service with those. */
const statuses = (own: readonly string[], ofService: readonly string[] = []) => {
  const targets = (names: readonly string[]) => names.map((name) => ({ target: `test#${name}` }));
  const facts = factsOfShapes({
    "test#Birds": {
      type: "service",
      version: "1",
      operations: [{ target: "test#GetBird" }],
      errors: targets(ofService),
    },
    "test#GetBird": {
      type: "operation",
      input: { target: "smithy.api#Unit" },
      output: { target: "smithy.api#Unit" },
      errors: targets(own),
    },
    "test#Gone": error("client", 404),
    "test#Missing": error("client", 404),
    "test#Bad": error("client"),
    "test#Broken": error("server"),
  });
  const operation = facts.model.shapes.get("test#GetBird") as OperationShape;
  return errorsByStatus(facts.model, facts.service, operation).map(
    ([status, { id }]) => `${status} ${id}`,
  );
};

test("a status tells the one error that has it, in the order of the statuses", () => {
  expect(statuses(["Gone", "Bad"])).toEqual(["400 test#Bad", "404 test#Gone"]);
});

test("the service's errors count like the operation's own", () => {
  expect(statuses(["Gone"], ["Broken"])).toEqual(["404 test#Gone", "500 test#Broken"]);
});

test("a status that two errors have tells neither", () => {
  expect(statuses(["Gone", "Bad"], ["Missing"])).toEqual(["400 test#Bad"]);
});

test("an error that operation and service both name is one", () => {
  expect(statuses(["Gone"], ["Gone"])).toEqual(["404 test#Gone"]);
});
