import { operations as schemas } from "@wickr-admin/mock/operations";
import { expect, it } from "vitest";
import { operations } from "./index.js";

it("holds every operation of the model, which the compiler sees to as well", () => {
  expect(Object.keys(operations).toSorted()).toEqual(Object.keys(schemas).toSorted());

  const { ListUsers: _, ...others } = operations;
  // @ts-expect-error An operation is missing.
  const incomplete: typeof operations = others;
  expect(Object.keys(incomplete)).toHaveLength(Object.keys(schemas).length - 1);
});
