import { describe, expect, test } from "vitest";
import { EndpointError } from "@wickr-admin/runtime/internal";
import { evaluate } from "../../test-fixtures/printed.js";
import { type DecisionDiagram, rulesOfDiagram } from "../facts/endpoints/decision-diagram.js";
import { arrow } from "../typescript/tree.js";
import { compileEndpointRules } from "./compile.js";

const RESULT = 100_000_000;
const END = [-1, 1, -1] as const;

/** Nodes as the trait has them. */
const encode = (...nodes: (readonly [number, number, number])[]) => {
  const bytes = Buffer.alloc(nodes.length * 12);
  nodes.flat().forEach((value, index) => bytes.writeInt32BE(value, index * 4));
  return { nodes: bytes.toString("base64"), nodeCount: nodes.length };
};

const diagram = (
  root: number,
  ...nodes: (readonly [number, number, number])[]
): DecisionDiagram => ({
  version: "1.1",
  parameters: {
    Endpoint: { type: "string" },
    Region: { type: "string" },
    Fips: { type: "boolean", required: true, default: false },
  },
  conditions: [
    { fn: "isSet", argv: [{ ref: "Endpoint" }] },
    { fn: "isSet", argv: [{ ref: "Region" }] },
    { fn: "booleanEquals", argv: [{ ref: "Fips" }, true] },
  ],
  results: [
    { type: "endpoint", endpoint: { url: { ref: "Endpoint" } } },
    { type: "endpoint", endpoint: { url: "https://x.{Region}.example.com" } },
    { type: "error", error: "No region" },
  ],
  root,
  ...encode(...nodes),
});

/** Runs compiled rules. */
const resolve = (given: DecisionDiagram, parameters: object): string => {
  const { bindings, statements, problems } = compileEndpointRules(rulesOfDiagram(given));
  expect(problems).toEqual([]);
  const run = evaluate(arrow([{ of: bindings }], statements), { EndpointError });
  try {
    return (run as (from: object) => { url: URL })(parameters).url.href;
  } catch (error) {
    return (error as Error).message;
  }
};

describe("a diagram decides as its nodes say", () => {
  const rules = diagram(2, END, [0, RESULT + 1, 3], [1, RESULT + 2, RESULT + 3]);

  test.each([
    [{ Endpoint: "https://own.example.com" }, "https://own.example.com/"],
    [{ Region: "eu-west-1" }, "https://x.eu-west-1.example.com/"],
    [{}, "No region"],
  ])("%j", (parameters, expected) => {
    expect(resolve(rules, parameters)).toBe(expected);
  });
});

test("a negative reference swaps the two ways", () => {
  const rules = diagram(-2, END, [2, RESULT + 3, 3], [1, RESULT + 2, RESULT]);
  expect(resolve(rules, { Region: "r", Fips: true })).toBe("https://x.r.example.com/");
  expect(resolve(rules, { Region: "r", Fips: false })).toBe("No region");
});

test("result 0 is that there is no endpoint", () => {
  const rules = diagram(2, END, [1, RESULT + 2, RESULT]);
  expect(resolve(rules, {})).toBe("No endpoint rule matches the configuration.");
});

test.each([
  ["a node that is missing", diagram(9, END), "no node 9"],
  ["a result that is missing", diagram(RESULT + 4, END), "no result 4"],
  ["a condition that is missing", diagram(2, END, [7, 1, 1]), "no condition 7"],
  ["a circle", diagram(2, END, [0, 2, 1]), "a way from node 2 back to it"],
  [
    "a wrong length",
    { ...diagram(2, END), nodeCount: 2 },
    "12 bytes of nodes, expected 12 for each of 2",
  ],
])("%s is refused", (_what, given, message) => {
  expect(() => rulesOfDiagram(given)).toThrow(message);
});

test("a diagram that grows beyond measure as a tree is refused", () => {
  const nodes = Array.from({ length: 20 }, (_, index) => [0, index + 3, index + 3] as const);
  expect(() => rulesOfDiagram(diagram(2, END, ...nodes, [0, 1, 1]))).toThrow(
    "more than 10000 rules",
  );
});
