import { type ShapeId, nameOf } from "../../model/model.js";
import type { Comparison, Rule } from "../comparison.js";
import { ADDITIVE } from "../impact.js";
import { code } from "../wording.js";

/** Errors that operations, or the service as a whole, give now or no longer. */
export const changedErrors: Rule = (comparison) => {
  for (const { before, after } of comparison.operations.both)
    compareErrors(comparison, "Operation", after.id, before.errors, after.errors);

  const { before, after } = comparison.services;
  compareErrors(comparison, "Service", after.id, before.errors, after.errors);
};

const compareErrors = (
  { same, report }: Comparison,
  of: "Operation" | "Service",
  on: ShapeId,
  was: readonly ShapeId[],
  is: readonly ShapeId[],
): void => {
  for (const id of was.filter((one) => !is.some((other) => same(one, other)))) {
    // Code that handles it still compiles and only never runs; a test that answers with it fails.
    report(`Removed${of}Error`, on, `error ${code(nameOf(id))} removed`, {
      client: "additive",
      mock: "breaking",
    });
  }
  for (const id of is.filter((one) => !was.some((other) => same(other, one))))
    report(`Added${of}Error`, on, `error ${code(nameOf(id))} added`, ADDITIVE);
};
