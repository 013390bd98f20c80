import { expect, test } from "vitest";
import { isMoreSpecific, pathPartsOf, uriPatternOf } from "./uri-pattern.js";

test("A pattern has literals, labels, a greedy label and query literals.", () => {
  expect(uriPatternOf("/a/{b}/c/{d+}/e?x=1&y&z=a=b")).toEqual({
    segments: [
      { literal: "a" },
      { label: "b", greedy: false },
      { literal: "c" },
      { label: "d", greedy: true },
      { literal: "e" },
    ],
    endsWithSlash: false,
    query: [
      ["x", "1"],
      ["y", ""],
      ["z", "a=b"],
    ],
    faults: [],
  });
});

test.each(["/", "/a/", "/a.b/c:d", "/{a}", "/?x"])("%s is fine.", (uri) => {
  expect(uriPatternOf(uri).faults).toEqual([]);
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
  expect(uriPatternOf(uri).faults).toEqual([fault]);
});

test.each([
  ["/", ["/"]],
  ["/a/b/", ["/a/b/"]],
  ["/{a}", ["/", "{a}"]],
  ["/a/{b}/c/{d+}/", ["/a/", "{b}", "/c/", "{d+}", "/"]],
  ["/{a}/{b}?x=y", ["/", "{a}", "/", "{b}"]],
])("The path of %s is text with labels in between.", (uri, parts) => {
  const texts = pathPartsOf(uriPatternOf(uri)).map((part) =>
    part.kind === "text" ? part.text : `{${part.member}${part.kind === "greedy" ? "+" : ""}}`,
  );
  expect(texts).toEqual(parts);
});

test.each([
  ["/users/count", "/users/{id}", true],
  ["/users/{id}", "/users/count", false],
  ["/users/{id}", "/users/{name}", false],
  ["/users/{id}?detail", "/users/{id}", true],
  ["/a/{b}/c", "/{a}/b/{c}", true],
  ["/a/b", "/{c+}", true],
  ["/{a}/b", "/{c+}", true],
  ["/{a+}", "/{c+}", false],
  ["/a/", "/a/{b}", true],
  ["/a", "/a/{b}", false],
  ["/a/x", "/{a}/y", false],
])("%s fits some requests better than %s: %s", (uri, than, expected) => {
  expect(isMoreSpecific(uriPatternOf(uri), uriPatternOf(than))).toBe(expected);
});
