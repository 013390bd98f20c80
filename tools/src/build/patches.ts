import { Failure } from "../support/failure.js";

/** A change of other people's code, made while it is bundled. */
export interface Patch {
  /** For messages. */
  readonly name: string;
  /** Where something is put in; global and multiline. */
  readonly pattern: RegExp;
  readonly replacement: string;
  /** How often it matches in each file that it is for; files as they are named below `node_modules`. */
  readonly matches: Readonly<Record<string, number>>;
}

const PURE = "/* @__PURE__ */ ";
const SUBMODULES = "@smithy/core/dist-es/submodules";

/**
 * Smithy makes some of its values by calls that bundlers must take for side effects, and keep, be
 * they used or not.
 */
export const patches: readonly Patch[] = [
  {
    name: "regular expressions are pure",
    pattern: /(?<=^const \w+ = )(?=new RegExp\()/gm,
    replacement: PURE,
    matches: {
      [`${SUBMODULES}/endpoints/util-endpoints/lib/isIpAddress.js`]: 1,
      [`${SUBMODULES}/serde/date-utils.js`]: 5,
      [`${SUBMODULES}/serde/schema-serde-lib/schema-date-utils.js`]: 4,
      [`${SUBMODULES}/transport/isValidHostLabel.js`]: 1,
    },
  },
  {
    name: "tables are pure",
    pattern: /(?<=^const \w+ = )(?=(?:Array\.from|Uint8Array\.of)\()/gm,
    replacement: PURE,
    matches: {
      [`${SUBMODULES}/checksum/md5/Md5Js.js`]: 2,
      [`${SUBMODULES}/serde/uuid/v4.js`]: 1,
      "@smithy/signature-v4a/dist-es/elliptic/Ec.js": 1,
    },
  },
  {
    name: "functions bound to a platform are pure",
    pattern: /(?<=^export const \w+ = )(?=bind\w+\()/gm,
    replacement: PURE,
    matches: {
      [`${SUBMODULES}/endpoints/index.js`]: 4,
      [`${SUBMODULES}/endpoints/index.browser.js`]: 4,
      [`${SUBMODULES}/retry/index.js`]: 2,
      [`${SUBMODULES}/retry/index.browser.js`]: 2,
      [`${SUBMODULES}/serde/index.js`]: 1,
      [`${SUBMODULES}/serde/index.browser.js`]: 1,
    },
  },
  {
    name: "base classes bound to a platform are pure",
    pattern: /(?<=^export class \w+ extends )(?=bind\w+\()/gm,
    replacement: PURE,
    matches: {
      [`${SUBMODULES}/serde/index.js`]: 1,
      [`${SUBMODULES}/serde/index.browser.js`]: 1,
    },
  },
];

/** A file's name below `node_modules`, with `/`; undefined where it is not there. */
export const nameBelowModules = (path: string): string | undefined =>
  /^.*node_modules\/((?:@[^/]+\/)?[^/]+\/.*)$/.exec(path.replaceAll("\\", "/"))?.[1];

/** The file's text with its patches. Fails where one does not match as often as it should. */
export const applyPatches = (all: readonly Patch[], file: string, text: string): string =>
  all.reduce((patched, { name, pattern, replacement, matches }) => {
    const expected = matches[file];
    if (expected === undefined) return patched;
    const found = [...patched.matchAll(pattern)].length;
    if (found !== expected) {
      throw new Failure(
        `The patch "${name}" expects ${expected} places in ${file} and found ${found}. ` +
          "Look at what that file does now, and change tools/src/build/patches.ts.",
      );
    }
    return patched.replace(pattern, replacement);
  }, text);

/**
 * Fails where a patch is for a file that is not read any more, although other files of its package
 * are: it has moved, or nothing needs it.
 */
export const checkAllApplied = (all: readonly Patch[], read: ReadonlySet<string>): void => {
  const packages = new Set([...read].map(packageOf));
  for (const { name, matches } of all) {
    for (const file of Object.keys(matches)) {
      if (packages.has(packageOf(file)) && !read.has(file)) {
        throw new Failure(
          `The patch "${name}" is for ${file}, which is not part of the build any more. ` +
            "Look where it went, and change tools/src/build/patches.ts.",
        );
      }
    }
  }
};

const packageOf = (file: string): string =>
  file
    .split("/")
    .slice(0, file.startsWith("@") ? 2 : 1)
    .join("/");
