import { nameOf } from "@wickr-admin/codegen";
import { wickrModel, wickrOperations } from "@wickr-admin/test-support/wickr-model";
import { describe, expect, test } from "vitest";
import { complaintOf, differencesOf, reachedFrom } from "./differences.js";
import { allowedDifferences, wireFacts } from "./facts/facts.js";
import { modelUnits } from "./model-units.js";
import { publishedUnits } from "./published-units.js";

const published = publishedUnits(wireFacts);
const ours = modelUnits(wickrModel, published);
const differences = differencesOf(published, ours, reachedFrom(wickrModel, wickrOperations));

const shapeOf = (id: string): string => id.split("$", 1)[0]!;
const shapes = [...new Set([...published.keys(), ...ours.keys()].map(shapeOf))].sort();

describe("the model is what is published", () => {
  test.each(shapes.map((id) => [nameOf(id), id] as const))("%s", (_name, id) => {
    const complaints = differences
      .filter(({ at }) => shapeOf(at) === id)
      .map((difference) => complaintOf(difference, allowedDifferences))
      .filter((complaint) => complaint !== undefined);
    expect(complaints.join("\n\n")).toBe("");
  });
});

describe("a listed difference", () => {
  const listed = Object.entries(allowedDifferences);

  test("is one", () => {
    const found = new Set(differences.map(({ at }) => at));
    expect(listed.map(([at]) => at).filter((at) => !found.has(at))).toEqual([]);
  });

  test("says why", () => {
    const silent = listed.filter(([, { because }]) => !/\w/.test(because));
    expect(silent.map(([at]) => at)).toEqual([]);
  });
});
