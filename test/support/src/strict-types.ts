import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runNode } from "./run-command.js";

const require = createRequire(import.meta.url);

/** Type-checks a folder of generated packages under the strictest options; gives what tsc says. */
export const typeCheck = (
  folder: string,
  include: readonly string[] = ["."],
  paths: Readonly<Record<string, readonly string[]>> = {},
): string => {
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2022", "DOM", "DOM.Iterable"],
        module: "NodeNext",
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noImplicitOverride: true,
        noImplicitReturns: true,
        noPropertyAccessFromIndexSignature: true,
        noFallthroughCasesInSwitch: true,
        noUncheckedSideEffectImports: true,
        allowUnreachableCode: false,
        allowUnusedLabels: false,
        noUnusedLocals: true,
        noUnusedParameters: true,
        verbatimModuleSyntax: true,
        isolatedModules: true,
        skipLibCheck: true,
        noEmit: true,
        paths,
      },
      include,
    }),
  );
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
  const { stdout, stderr } = runNode(tsc, "-p", folder);
  return stdout + stderr;
};
