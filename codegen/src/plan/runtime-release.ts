import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { RUNTIME } from "../typescript/runtime.js";

/** The release of the runtime that the generator was installed with: generated code is written for it. */
export interface RuntimeRelease {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  /** What its mock and its server need; their users bring it. */
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export const runtimeRelease = (): RuntimeRelease => {
  const { resolve } = createRequire(import.meta.url);
  return JSON.parse(readFileSync(resolve(`${RUNTIME}/package.json`), "utf8")) as RuntimeRelease;
};
