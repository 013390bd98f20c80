import { expect, it } from "vitest";
import { greedyLabel, label } from "./label.js";

it.each([
  ["plain-1_2.3~", "plain-1_2.3~"],
  ["a/b c", "a%2Fb%20c"],
  ["!'()*", "%21%27%28%29%2A"],
  ["ü%", "%C3%BC%25"],
  ["..", ".."],
  [0, "0"],
  [false, "false"],
])("encodes %s", (value, expected) => {
  expect(label(value, "m")).toBe(expected);
});

it("takes big integers", () => {
  expect(label(12n, "m")).toBe("12");
});

it("leaves the slashes of greedy labels", () => {
  expect(greedyLabel("a/b c/", "m")).toBe("a/b%20c/");
});

it.each([label, greedyLabel])("refuses nothing and emptiness", (encode) => {
  expect(() => encode(undefined, "m")).toThrow("No value provided for input HTTP label: m.");
  expect(() => encode(null, "m")).toThrow("No value provided for input HTTP label: m.");
  expect(() => encode("", "m")).toThrow("Empty value provided for input HTTP label: m.");
});
