import { beforeAll, describe, expect, test } from "vitest";
import { type Budget, TOLERANCE, measureBudget, readBudget } from "./budget.js";

const budget = readBudget();
let now: Budget;

beforeAll(async () => {
  now = await measureBudget();
}, 180_000);

describe("what this SDK costs its users stays within the budget", () => {
  test.each(Object.entries(budget))("%s: at most %i", (name, allowed) => {
    const cost = now[name];
    expect(
      cost,
      `${name}: ${cost} now, ${allowed} in test/bench/budget.json. ` +
        "Where that is worth it, record it with `pnpm bench --update-budget`.",
    ).toBeLessThanOrEqual(allowed * (1 + TOLERANCE));
  });

  test("every cost has a budget", () => {
    expect(Object.keys(now).sort()).toEqual(Object.keys(budget).sort());
  });
});
