import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Plugin } from "esbuild";
import { Failure } from "../support/failure.js";
import { applyPatches, nameBelowModules, type Patch } from "./patches.js";

/** Applies patches; `read` gets the names of all files of other packages that were looked at. */
export const patching = (patches: readonly Patch[], read: Set<string>): Plugin => ({
  name: "patches",
  setup: ({ onLoad }) => {
    onLoad({ filter: /node_modules.*\.m?js$/ }, async ({ path }) => {
      const file = nameBelowModules(path);
      if (file === undefined) return undefined;
      read.add(file);
      if (!patches.some(({ matches }) => file in matches)) return undefined;
      try {
        return { contents: applyPatches(patches, file, await readFile(path, "utf8")) };
      } catch (error) {
        if (error instanceof Failure) return { errors: [{ text: error.message }] };
        throw error;
      }
    });
  },
});

/**
 * What streams events asks for it by itself; Smithy's protocols would bring it for every operation.
 * Whatever else they take from there fails the build, as nothing else is exported. What was left out
 * is added to `left`.
 */
export const withoutEventStreams = (left: Set<string>): Plugin => ({
  name: "without-event-streams",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, importer }) => {
      if (nameBelowModules(importer)?.startsWith("@smithy/core/") !== true) return undefined;
      left.add(path);
      return { path, namespace: "none" };
    });
    onLoad({ filter: /.*/, namespace: "none" }, () => ({
      contents:
        'export class EventStreamSerde { constructor() { throw new Error("Event streams are not supported."); } }',
    }));
  },
});

/**
 * Leaves out what our sources import lazily, and adds it to `found`: it becomes a file of its own,
 * `<name><suffix>.js` beside the one that imports it.
 */
export const lazyImports = (suffix: string, found: Set<string>): Plugin => ({
  name: "lazy-imports",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
      if (kind !== "dynamic-import" || resolveDir.includes("node_modules")) return undefined;
      found.add(join(resolveDir, path.replace(/\.js$/, ".ts")));
      return { path: `./${basename(path, ".js")}${suffix}.js`, external: true };
    });
  },
});
