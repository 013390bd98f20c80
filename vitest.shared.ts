import { readFileSync } from "node:fs";

const { version } = JSON.parse(
  readFileSync(new URL("packages/runtime/package.json", import.meta.url), "utf8"),
) as { version: string };

/**
 * For the `vitest.config.ts` of packages whose tests run on the sources of all packages, so that
 * nothing has to be built first: packages are found by the condition that their `exports` name first,
 * and what a build would put in is put in.
 */
export const onSources = {
  define: { __PACKAGE_VERSION__: JSON.stringify(version) },
  ssr: {
    resolve: { conditions: ["@wickr-admin/source", "node", "development|production"] },
  },
};
