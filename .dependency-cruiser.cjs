// Which folder may import which. `pnpm lint:dependencies` checks it.

/** The generator's rooms: each may import from those before it. */
const CODEGEN = [
  "model",
  "load",
  "typescript",
  "facts",
  "jmespath",
  "endpoints",
  "layout",
  "restjson1",
  "plan",
  "output",
  "render",
  "validate",
  "diff",
];

/** The rooms of tools: each may import from those before it. */
const TOOLS = ["support", "git", "published", "model", "upstream", "release", "commands"];

/** Tests and what helps them may look everywhere in their package. */
const TESTS = "(\\.test|-fixture|testing)\\.ts$|/testing/|/test-fixtures/|/test-support/";

/**
 * Rooms import from rooms before them, never from later ones, nor from what stands above them all:
 * files of the root, and rooms that are named as such.
 */
const inOrder = (root, rooms, above = []) =>
  rooms.map((room, index) => {
    const later = [...rooms.slice(index + 1), ...above];
    const targets = ["[^/]+\\.ts$", ...(later.length > 0 ? [`(${later.join("|")})/`] : [])];
    return {
      name: `${root.split("/")[0]}: ${room}`,
      comment: `${root}: ${rooms.join(" < ")}; a folder imports only from those before it.`,
      severity: "error",
      from: { path: `^${root}/${room}/`, pathNot: TESTS },
      to: { path: `^${root}/(${targets.join("|")})` },
    };
  });

const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: typeof from === "string" ? { path: from, pathNot: TESTS } : from,
  to: typeof to === "string" ? { path: to } : to,
});

module.exports = {
  forbidden: [
    never(
      "no circles",
      "What imports itself by a detour cannot be read from top to bottom.",
      {},
      { circular: true },
    ),
    never(
      "everything is found",
      "An import that leads nowhere.",
      { pathNot: "^test/types/uses/" },
      { couldNotResolve: true },
    ),
    never(
      "packages by name",
      "Packages import each other by name, so that what they use is what exports name.",
      { path: "^(packages/[^/]+|codegen|tools|test/[^/]+)/", pathNot: "\\.config\\.ts$" },
      {
        path: "^(packages|codegen|tools|test)/",
        pathNot: "^$1/",
        dependencyTypes: ["local", "localmodule"],
      },
    ),
    never(
      "published code stands alone",
      "Nothing that is published imports tests or tools.",
      "^(packages|codegen)/",
      "^(test|tools)/",
    ),
    never(
      "the SDK does not need its generator",
      "Packages that users install know nothing of the generator.",
      { path: "^packages/" },
      "^codegen/",
    ),
    never(
      "the generator knows the runtime's symbols alone",
      "Of the packages it generates for, the generator reads names of the runtime, and nothing else.",
      {
        path: "^codegen/src/",
        pathNot: `${TESTS}|^codegen/src/validate/endpoint-tests/library\\.ts$`,
      },
      { path: "^packages/", pathNot: "^packages/runtime/src/symbols\\.ts$" },
    ),
    never(
      "endpoint tests run on the functions that clients run",
      "The evaluator of endpoint rules has no functions of its own.",
      "^codegen/src/validate/endpoint-tests/library\\.ts$",
      { path: "^packages/", pathNot: "^packages/runtime/src/internal\\.(node|browser)\\.ts$" },
    ),
    never(
      "the generator runs with what it declares",
      "Users of the generator do not have its devDependencies.",
      "^codegen/src/",
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only", "npm"] },
    ),

    ...inOrder("codegen/src", CODEGEN, ["commands"]),
    never(
      "validate and diff use facts",
      "What is checked and compared is the model, not what is planned from it.",
      "^codegen/src/(validate|diff)/",
      "^codegen/src/(layout|restjson1|plan|render|output)/",
    ),
    never(
      "diff does not look into validate",
      "What both need is a fact.",
      "^codegen/src/diff/",
      "^codegen/src/validate/",
    ),

    never(
      "runtime: the client does not need a server",
      "Clients must not carry the half of the protocol that answers.",
      {
        path: "^packages/runtime/src/",
        pathNot: `${TESTS}|^packages/runtime/src/(restjson1/server|mock)/`,
      },
      "^packages/runtime/src/(restjson1/server|mock)/",
    ),
    never(
      "runtime: the server does not need a mock",
      "The mock stands on the server.",
      "^packages/runtime/src/restjson1/server/",
      "^packages/runtime/src/mock/",
    ),

    never(
      "the simulator stands on the server",
      "It needs the mock only to hand an answer to msw.",
      { path: "^packages/simulator/src/", pathNot: "msw-handler\\.ts$" },
      "^packages/runtime/src/mock/",
    ),

    ...inOrder("tools/src", TOOLS),
    never(
      "tools: the build does not need what it builds",
      "Packages are built when nothing is, the generator included.",
      "^tools/src/build/",
      "^(packages|codegen)/|^tools/src/(git|published|model|upstream|release|commands)/",
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?!.*node_modules/).*/(dist|\\.tmp|\\.peer|\\.partial)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@wickr-admin/source", "import", "node", "default", "types"],
      extensions: [".ts", ".js", ".mjs", ".cjs", ".d.ts", ".json"],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
