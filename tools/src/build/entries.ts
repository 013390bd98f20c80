import { Failure } from "../support/failure.js";

/** The condition of `exports` that points to a package's sources. Packing takes it out (`.pnpmfile.cjs`). */
export const SOURCE = "@wickr-admin/source";

/** What a package.json says of one entry: a file, or one by condition. */
export type Target = string | { readonly [condition: string]: Target };

/** The sources of a package's entries, by what they are built for. */
export interface Entries {
  readonly node: readonly string[];
  /** Browsers and edge runtimes: no Node built-ins, `browser` fields honoured. */
  readonly browser: readonly string[];
}

/**
 * The entries that `exports` names by their sources. A plain source is built for Node. One below
 * `browser` is built for browsers, and serves Node too where `default` names it again:
 *
 *     "./paginator": { "@wickr-admin/source": "./src/paginator.ts", … }
 *     "./mock": { "@wickr-admin/source": { "browser": "./src/mock.ts", "default": "./src/mock.ts" }, … }
 */
export const entriesOf = (exports: Readonly<Record<string, Target>>): Entries => {
  const node = new Set<string>();
  const browser = new Set<string>();
  for (const [subpath, target] of Object.entries(exports)) {
    if (typeof target === "string") continue;
    const [first] = Object.keys(target);
    const source = target[SOURCE];
    if (source === undefined || first !== SOURCE)
      throw new Failure(`exports["${subpath}"] has to name its source first, as "${SOURCE}".`);
    for (const [condition, path] of Object.entries(byCondition(subpath, source)))
      (condition === "browser" ? browser : node).add(path);
  }
  return { node: [...node].filter((path) => !browser.has(path)), browser: [...browser] };
};

const byCondition = (subpath: string, source: Target): Readonly<Record<string, string>> => {
  if (typeof source === "string") return { default: source };
  const { default: fallback, browser, ...others } = source;
  if (
    typeof fallback !== "string" ||
    typeof browser !== "string" ||
    Object.keys(others).length > 0
  ) {
    throw new Failure(
      `exports["${subpath}"]: the source is a file, or one for "browser" and one for "default".`,
    );
  }
  return { browser, default: fallback };
};

/** All files that `exports` names, but for the sources. */
export const filesOf = (target: Target): string[] =>
  typeof target === "string"
    ? [target]
    : Object.entries(target).flatMap(([condition, inner]) =>
        condition === SOURCE ? [] : filesOf(inner),
      );
