// Builds a package: each entry becomes one flat file as ESM and as CommonJS, with types for both.
// Flat files load in one read and still shake: everything at their top level is free of side effects.
//
//   node ../../scripts/build-package.mjs [entry...] [--browser entry...] [--inline name...]
//
// --browser  entries for browsers and edge runtimes: no Node built-ins, `browser` fields honoured
// --inline   dependencies that become part of the output (they must be devDependencies)
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    browser: { type: "string", multiple: true, default: [] },
    inline: { type: "string", multiple: true, default: [] },
  },
});
const entries = positionals.length > 0 ? positionals : ["src/index.ts"];
const { version, dependencies = {}, peerDependencies = {} } = JSON.parse(
  readFileSync("package.json", "utf8"),
);
// What is not inlined stays an import, and must then be declared.
const external = Object.keys({ ...dependencies, ...peerDependencies })
  .filter((name) => !values.inline.includes(name))
  .flatMap((name) => [name, `${name}/*`]);

// Reached from nowhere once the rest is shaken, but as a lazy import it would make files of its own.
external.push("@smithy/core/event-streams");

// Smithy makes some of its values by calls that bundlers must take for side effects, and keep.
const pureCalls = {
  name: "pure-calls",
  setup({ onLoad }) {
    onLoad({ filter: /@smithy.*dist-es.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /(?<=\bextends )(?=bind\w+\()|(?<== )(?=new RegExp\(|bind\w+\()/g,
        "/* @__PURE__ */ ",
      ),
    }));
  },
};

rmSync("dist", { recursive: true, force: true });

const shared = {
  bundle: true,
  target: "es2022",
  external,
  define: { __PACKAGE_VERSION__: JSON.stringify(version) },
  legalComments: "none",
  plugins: [pureCalls],
  logLevel: "warning",
};
const outputs = [
  { entryPoints: entries, platform: "node", mainFields: ["module", "main"] },
  ...(values.browser.length > 0
    ? [{ entryPoints: values.browser, platform: "browser", mainFields: ["browser", "module", "main"] }]
    : []),
];
await Promise.all(
  outputs.flatMap((output) => [
    // Splitting keeps what is imported lazily in files of its own.
    build({ ...shared, ...output, format: "esm", splitting: true, outdir: "dist/es", chunkNames: "chunks/[name]-[hash]" }),
    build({ ...shared, ...output, format: "cjs", outdir: "dist/cjs" }),
  ]),
);

execFileSync("tsc", ["-p", "tsconfig.build.json"], { stdio: "inherit", shell: process.platform === "win32" });
// The same declarations serve both: a nested package.json makes one copy speak for CommonJS.
mkdirSync("dist/cjs", { recursive: true });
cpSync("dist/es", "dist/cjs", { recursive: true, filter: (path) => !/\.js$|chunks$/.test(path) });
writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');
