import { describe, expect, it } from "vitest";
import { createRouter } from "./route.js";

const find = (patterns: string[], url: string, method = "GET") => {
  const route = createRouter(patterns.map((uri) => ({ method: "GET", uri })));
  const match = route(method, url);
  return match && { uri: match.target.uri, ...Object.fromEntries(match.labels) };
};

describe("createRouter", () => {
  const patterns = [
    "/abc/{xyz+}",
    "/abc/{xyz}",
    "/{xyz}/bcd/cde",
    "/abc/{xyz}/cde",
    "/abc/bcd/{xyz}",
    "/abc/def",
    "/{xyz}/bcd/cde?def=efg",
    "/",
  ];

  it.each([
    ["/abc/bcd/cde", { uri: "/abc/bcd/{xyz}", xyz: "cde" }],
    ["/abc/bcd/cde?def=efg", { uri: "/abc/bcd/{xyz}", xyz: "cde" }],
    ["/abc/foo/cde", { uri: "/abc/{xyz}/cde", xyz: "foo" }],
    ["/foo/bcd/cde", { uri: "/{xyz}/bcd/cde", xyz: "foo" }],
    ["/foo/bcd/cde?def=efg", { uri: "/{xyz}/bcd/cde?def=efg", xyz: "foo" }],
    ["/abc/def", { uri: "/abc/def" }],
    ["/abc/foo", { uri: "/abc/{xyz}", xyz: "foo" }],
    ["/abc/foo/bar", { uri: "/abc/{xyz+}", xyz: "foo/bar" }],
    ["/abc/foo/bar/", { uri: "/abc/{xyz+}", xyz: "foo/bar/" }],
    ["/", { uri: "/" }],
  ])("routes %s", (url, expected) => {
    expect(find(patterns, url)).toEqual(expected);
    expect(find([...patterns].reverse(), url)).toEqual(expected);
  });

  it("decodes labels, with encoded slashes in them", () => {
    expect(find(["/a/{b}"], "/a/x%2Fy%20%C3%BC")).toMatchObject({ b: "x/y ü" });
    expect(find(["/a/{b+}/c"], "/a/x/y%2Fz/c")).toMatchObject({ b: "x/y/z" });
    expect(find(["/a/{b}"], "/a/100%")).toMatchObject({ b: "100%" });
  });

  it("ignores a slash at the end, but takes no empty label", () => {
    expect(find(["/a/{b}"], "/a/1/")).toMatchObject({ b: "1" });
    expect(find(["/a/{b}"], "/a/")).toBeUndefined();
    expect(find(["/a/{b}/c"], "/a//c")).toBeUndefined();
    expect(find(["/a"], "/a//")).toBeUndefined();
  });

  it("prefers what goes on after a greedy label to what ends there", () => {
    const both = ["/a/{b+}", "/a/{b+}/c"];
    expect(find(both, "/a/x/y/c")).toEqual({ uri: "/a/{b+}/c", b: "x/y" });
    expect(find(both, "/a/x/c/y")).toEqual({ uri: "/a/{b+}", b: "x/c/y" });
    expect(find(both, "/a/c/c")).toEqual({ uri: "/a/{b+}/c", b: "c" });
    expect(find(both, "/a/x/c/c")).toEqual({ uri: "/a/{b+}/c", b: "x/c" });
  });

  it("takes all that follows the first = for a parameter's value", () => {
    expect(find(["/a?b=c=d"], "/a?b=c%3Dd")).toEqual({ uri: "/a?b=c=d" });
  });

  it("requires literal query parameters, with their values", () => {
    expect(find(["/a?x=1&y"], "/a?y=2&x=1")).toBeDefined();
    expect(find(["/a?x=1&y"], "/a?x=2&y")).toBeUndefined();
    expect(find(["/a?x=1&y"], "/a?x=1")).toBeUndefined();
  });

  it("distinguishes methods", () => {
    expect(find(["/a"], "/a", "POST")).toBeUndefined();
  });

  it("goes back where a literal leads nowhere", () => {
    expect(find(["/a/b/c", "/a/{x}/d"], "/a/b/d")).toMatchObject({ uri: "/a/{x}/d", x: "b" });
  });

  it("copes with names of Object.prototype", () => {
    expect(find(["/{__proto__}/constructor"], "/a/constructor")).toBeDefined();
    expect(find(["/a"], "/constructor")).toBeUndefined();
  });
});
