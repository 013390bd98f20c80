import { expect, test } from "vitest";
import { applyPatches, checkAllApplied, nameBelowModules, type Patch } from "./patches.js";

const patch: Patch = {
  name: "tables are pure",
  pattern: /(?<=^const \w+ = )(?=table\()/gm,
  replacement: "/* pure */ ",
  matches: { "@a/b/tables.js": 2 },
};
const TWO = "const a = table(1);\nconst b = table(2);\n";

test("A patch changes the files that it is for, and no others.", () => {
  expect(applyPatches([patch], "@a/b/tables.js", TWO)).toBe(
    "const a = /* pure */ table(1);\nconst b = /* pure */ table(2);\n",
  );
  expect(applyPatches([patch], "@a/b/others.js", TWO)).toBe(TWO);
});

test.each([
  ["less", "const a = table(1);\n", 1],
  ["nothing", "let a = table(1);\n", 0],
  ["more", `${TWO}const c = table(3);\n`, 3],
])("A file that has %s to patch than it is known to have is an error.", (_, text, found) => {
  expect(() => applyPatches([patch], "@a/b/tables.js", text)).toThrow(
    `The patch "tables are pure" expects 2 places in @a/b/tables.js and found ${found}.`,
  );
});

test("So is a file that is gone, where others of its package are there.", () => {
  expect(() => checkAllApplied([patch], new Set(["@a/b/index.js"]))).toThrow(
    'The patch "tables are pure" is for @a/b/tables.js, which is not part of the build any more.',
  );
  checkAllApplied([patch], new Set(["@a/b/index.js", "@a/b/tables.js"]));
  checkAllApplied([patch], new Set(["@a/other/index.js"]));
});

test("Files are named below the innermost node_modules.", () => {
  expect(nameBelowModules("/r/node_modules/.pnpm/x@1/node_modules/@a/b/dist/i.js")).toBe(
    "@a/b/dist/i.js",
  );
  expect(nameBelowModules("C:\\r\\node_modules\\c\\i.js")).toBe("c/i.js");
  expect(nameBelowModules("/r/src/i.js")).toBeUndefined();
});
