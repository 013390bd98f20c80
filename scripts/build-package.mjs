// Builds a package: each entry becomes one flat file as ESM and as CommonJS, with types for both.
// Flat files load in one read and still shake: nothing at their top level has an effect. What the
// source imports lazily stays in files of its own, so that it is read only when it is needed.
//
//   node ../../scripts/build-package.mjs [entry...] [--browser entry...] [--inline name...]
//
// --browser  entries for browsers and edge runtimes: no Node built-ins, `browser` fields honoured
// --inline   dependencies that become part of the output although they are declared (for their types)
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { writeNotices } from "./third-party-notices.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: "string", multiple: true, default: [] },
    inline: { type: "string", multiple: true, default: [] },
  },
});
const entries = positionals.length > 0 ? positionals : ["src/index.ts"];
const {
  version,
  dependencies = {},
  peerDependencies = {},
} = JSON.parse(readFileSync("package.json", "utf8"));
// What is declared stays an import; the rest (devDependencies) becomes part of the output.
const external = Object.keys({ ...dependencies, ...peerDependencies })
  .filter((name) => !values.inline.includes(name))
  .flatMap((name) => [name, `${name}/*`]);

/** Smithy makes some of its values by calls that bundlers must take for side effects, and keep. */
const pureCalls = {
  name: "pure-calls",
  setup({ onLoad }) {
    onLoad({ filter: /@smithy.*dist-es.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /(?<=\bextends )(?=bind\w+\()|(?<== )(?=new RegExp\(|bind\w+\(|Array\.from\(|Uint8Array\.of\()/g,
        "/* @__PURE__ */ ",
      ),
    }));
  },
};

/** What streams events asks for it by itself; Smithy's protocols would bring it for every operation. */
const noEventStreams = {
  name: "no-event-streams",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, importer }) =>
      /node_modules.@smithy.core/.test(importer) ? { path, namespace: "none" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "none" }, () => ({
      contents:
        'export class EventStreamSerde { constructor() { throw new Error("Event streams are not supported."); } }',
    }));
  },
};

const shared = {
  bundle: true,
  target: "es2022",
  external,
  define: { __PACKAGE_VERSION__: JSON.stringify(version) },
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};
/** What is loaded lazily is nearly all of it other people's code, and much: it goes without blanks. */
const dense = { minifyWhitespace: true, minifySyntax: true };
const node = { platform: "node", mainFields: ["module", "main"], conditions: ["module"] };
const browser = { platform: "browser", mainFields: ["browser", "module", "main"] };

/**
 * Builds entries, and each module of ours that they import lazily on its own: what several of them
 * need is in each, so that none loads what only another one uses.
 */
const buildAll = async (options, entryPoints, suffix = "") => {
  const lazy = new Set();
  const lazyImports = {
    name: "lazy-imports",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        if (kind !== "dynamic-import" || resolveDir.includes("node_modules")) return undefined;
        lazy.add(join(resolveDir, path.replace(/\.js$/, ".ts")));
        return { path: `./${basename(path, ".js")}${suffix}.js`, external: true };
      });
    },
  };
  const plugins = [pureCalls, noEventStreams, lazyImports];
  const result = await build({ ...shared, ...options, plugins, entryPoints, outbase: "src" });
  const lazyResults = await Promise.all(
    [...lazy].map((entry) => {
      const name = basename(entry, ".ts") + suffix;
      return build({ ...shared, ...options, ...dense, plugins, entryPoints: { [name]: entry } });
    }),
  );
  return [result, ...lazyResults];
};

const esm = {
  format: "esm",
  splitting: true,
  outdir: "dist/es",
  chunkNames: "chunks/[name]-[hash]",
};
const commonJs = { format: "cjs", outdir: "dist/cjs" };

rmSync("dist", { recursive: true, force: true });
const results = await Promise.all(
  [esm, commonJs].flatMap((format) => [
    buildAll({ ...node, ...format }, entries),
    ...(values.browser.length > 0
      ? [buildAll({ ...browser, ...format }, values.browser, ".browser")]
      : []),
  ]),
);
writeNotices(
  results.flat().map(({ metafile }) => metafile),
  "dist/THIRD-PARTY-NOTICES.txt",
);

execFileSync("tsc", ["-p", "tsconfig.build.json"], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
// The same declarations serve both: a nested package.json makes one copy speak for CommonJS.
cpSync("dist/es", "dist/cjs", { recursive: true, filter: (path) => !/\.js$|chunks$/.test(path) });
writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');
