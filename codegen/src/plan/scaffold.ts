import type { Facts } from "../facts/facts.js";
import type { PlannedFile } from "../layout/file.js";
import type { PackageName } from "../layout/packages.js";
import { RUNTIME } from "../typescript/runtime.js";

/** The release of the runtime, of `@smithy/types` and of msw that generated code is written for. */
const DEPENDENCIES = { [RUNTIME]: "^0.1.0", "@smithy/types": "^4.20.0" };
const MSW = "^2.7.0";

/** What the packages other than the client build on, besides the runtime. */
const NEEDS: Record<PackageName, (scope: string) => Record<string, string>> = {
  client: () => ({ "@smithy/types": DEPENDENCIES["@smithy/types"] }),
  paginators: (scope) => ({
    [`${scope}/client`]: "*",
    "@smithy/types": DEPENDENCIES["@smithy/types"],
  }),
  waiters: (scope) => ({ [`${scope}/client`]: "*" }),
  mock: (scope) => ({ [`${scope}/client`]: "*", msw: MSW }),
};

/**
 * What a package needs besides its generated folder. Written where it is missing and never again:
 * from then on these files belong to the people who publish the package.
 */
export const planScaffold = (facts: Facts, packages: readonly PackageName[]): PlannedFile[] =>
  packages.flatMap((name) => {
    const dependencies = { [RUNTIME]: DEPENDENCIES[RUNTIME], ...NEEDS[name](facts.scope) };
    return [
      {
        path: `${name}/package.json`,
        template: "scaffold/package",
        plan: {
          name: `${facts.scope}/${name}`,
          description: `${facts.names.service}: ${name}, generated from its Smithy model.`,
          dependencies,
        },
      },
      { path: `${name}/tsconfig.json`, template: "scaffold/tsconfig", plan: {} },
    ];
  });
