import type { Facts } from "../facts/facts.js";
import type { PlannedFile } from "../layout/file.js";
import type { PackageName } from "../layout/packages.js";
import { RUNTIME } from "../typescript/runtime.js";
import { type RuntimeRelease, runtimeRelease } from "./runtime-release.js";

/** What a package builds on: the runtime, in the release that it was written for, and what that brings. */
const dependenciesOf = (
  name: PackageName,
  scope: string,
  { version, dependencies, peerDependencies }: RuntimeRelease,
): Readonly<Record<string, string>> => ({
  [RUNTIME]: `^${version}`,
  ...(name === "client" ? {} : { [`${scope}/client`]: "*" }),
  // Types of Smithy's stand in the public types of these.
  ...(name === "client" || name === "paginators" ? dependencies : {}),
  ...(name === "mock" ? peerDependencies : {}),
});

/**
 * What a package needs besides its generated folder. Written where it is missing and never again:
 * from then on these files belong to the people who publish the package.
 */
export const planScaffold = (facts: Facts, packages: readonly PackageName[]): PlannedFile[] =>
  packages.flatMap((name) => {
    const dependencies = dependenciesOf(name, facts.scope, runtimeRelease());
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
