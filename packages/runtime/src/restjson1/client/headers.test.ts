import { expect, it } from "vitest";
import {
  readBooleanHeader,
  readListHeader,
  readPrefixHeaders,
  writeListHeader,
  writePrefixHeaders,
} from "./headers.js";

it.each([
  [["a", "b"], "a, b"],
  [["a,b", 'say "hi"'], '"a,b", "say \\"hi\\""'],
  [[1, true], "1, true"],
])("writes the list %j", (values, expected) => {
  expect(writeListHeader(values)).toBe(expected);
});

it("reads lists that it wrote", () => {
  const values = ["a", "b,c", 'd"e', "f\\g"];
  expect(readListHeader(writeListHeader(values))).toEqual(values);
});

it("reads booleans in whatever case", () => {
  expect(["true", "True", "false"].map(readBooleanHeader)).toEqual([true, true, false]);
});

it("writes and reads headers with a prefix", () => {
  const headers: Record<string, string> = { other: "1" };
  writePrefixHeaders(headers, "X-Meta-", { Color: "red", none: undefined });
  expect(headers).toEqual({ other: "1", "x-meta-color": "red" });
  expect(readPrefixHeaders(headers, "X-Meta-")).toEqual({ color: "red" });
});
