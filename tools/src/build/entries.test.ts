import { expect, test } from "vitest";
import { entriesOf, filesOf, SOURCE } from "./entries.js";

test("Entries are the sources that exports name, for Node or for browsers.", () => {
  const exports = {
    ".": {
      [SOURCE]: { browser: "./src/index.browser.ts", default: "./src/index.node.ts" },
      default: "./dist/es/index.node.js",
    },
    "./waiter": { [SOURCE]: "./src/waiter.ts", default: "./dist/es/waiter.js" },
    "./mock": {
      [SOURCE]: { browser: "./src/mock.ts", default: "./src/mock.ts" },
      import: { types: "./dist/es/mock.d.ts", default: "./dist/es/mock.js" },
    },
    "./package.json": "./package.json",
  };
  expect(entriesOf(exports)).toEqual({
    node: ["./src/index.node.ts", "./src/waiter.ts"],
    browser: ["./src/index.browser.ts", "./src/mock.ts"],
  });
  expect(filesOf(exports)).toEqual([
    "./dist/es/index.node.js",
    "./dist/es/waiter.js",
    "./dist/es/mock.d.ts",
    "./dist/es/mock.js",
    "./package.json",
  ]);
});

test.each([
  ["no source", { default: "./a.js" }, "name its source first"],
  [
    "a source that is not first",
    { default: "./a.js", [SOURCE]: "./a.ts" },
    "name its source first",
  ],
  ["a source for browsers alone", { [SOURCE]: { browser: "./a.ts" } }, "the source is a file, or"],
  [
    "a source for deno",
    { [SOURCE]: { deno: "./a.ts", default: "./a.ts" } },
    "the source is a file",
  ],
])("An entry with %s is an error.", (_, target, message) => {
  expect(() => entriesOf({ "./a": target })).toThrow(message);
});
