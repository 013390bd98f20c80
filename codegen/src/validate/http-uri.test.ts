import { expect, test } from "vitest";
import { parseUri } from "./http-uri.js";

test("A pattern has literals, labels, a greedy label and query literals.", () => {
  expect(parseUri("/a/{b}/c/{d+}/e?x=1&y&z=a=b")).toEqual({
    segments: [
      { literal: "a" },
      { label: "b", greedy: false },
      { literal: "c" },
      { label: "d", greedy: true },
      { literal: "e" },
    ],
    query: [
      ["x", "1"],
      ["y", ""],
      ["z", "a=b"],
    ],
    faults: [],
  });
});

test.each(["/", "/a/", "/a.b/c:d", "/{a}", "/?x"])("%s is fine.", (uri) => {
  expect(parseUri(uri).faults).toEqual([]);
});

test.each([
  ["a", "expected it to start with /"],
  ["/a#b", "expected no fragment"],
  ["/a b", "expected no spaces or control characters"],
  ["/a?", "expected at most one ?, with a query after it"],
  ["/a?b?c", "expected at most one ?, with a query after it"],
  ["//a", "expected no empty segments"],
  ["/a//b", "expected no empty segments"],
  ["/a{b}", 'expected segment "a{b}" to be a literal, or as a whole a {label} or {label+}'],
  ["/{}", 'expected segment "{}" to be a literal, or as a whole a {label} or {label+}'],
  ["/{a+}/{b}", "expected the greedy label {a+} to be the last label"],
  ["/{a}/{a}", "expected label {a} only once"],
  ["/a?b=1&b=2", 'expected query literal "b" only once'],
  ["/a?b={c}", "expected no labels in the query"],
])("%s is not: %s", (uri, fault) => {
  expect(parseUri(uri).faults).toEqual([fault]);
});
