import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../support/failure.js";
import { readJson } from "../support/json-file.js";
import { runBinary } from "../support/run-binary.js";
import { bundle } from "./bundle.js";
import { entriesOf, filesOf, type Target } from "./entries.js";
import { thirdPartyNotices } from "./third-party-notices.js";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, Target>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** What a package's `exports` do not tell. */
export interface BuildPackageOptions {
  /** Entries for Node besides those of `exports`, such as commands. */
  readonly entries: readonly string[];
  /** Dependencies that become part of the output although they are declared (for their types). */
  readonly inline: readonly string[];
}

/** Builds a package for both module systems, with types for both. */
export const buildPackage = async (
  folder: string,
  { entries: more, inline }: BuildPackageOptions,
): Promise<void> => {
  const manifest = readJson<Manifest>(join(folder, "package.json"));
  const { name, version, exports, dependencies = {}, peerDependencies = {} } = manifest;
  const entries = entriesOf(exports);
  const dist = join(folder, "dist");

  rmSync(dist, { recursive: true, force: true });
  const metafiles = await bundle({
    folder,
    entries: { ...entries, node: [...entries.node, ...more] },
    version,
    // What is declared stays an import, and so does another entry of the package that is imported by
    // the package's name; the rest (devDependencies) becomes part of the output.
    external: [name, ...Object.keys({ ...dependencies, ...peerDependencies })].filter(
      (each) => !inline.includes(each),
    ),
  });
  const notices = thirdPartyNotices(metafiles, folder);
  if (notices !== undefined) writeFileSync(join(dist, "THIRD-PARTY-NOTICES.txt"), notices);

  runBinary(folder, "tsc", "-p", "tsconfig.build.json");
  // The same declarations serve both: a nested package.json makes one copy speak for CommonJS.
  cpSync(join(dist, "es"), join(dist, "cjs"), {
    recursive: true,
    filter: (path) => !/\.js$|chunks$/.test(path),
  });
  writeFileSync(join(dist, "cjs/package.json"), '{ "type": "commonjs" }\n');
  checkFiles(folder, exports);
};

/** Fails where `exports` names a file that is not there. */
export const checkFiles = (folder: string, exports: Manifest["exports"]): void => {
  const missing = filesOf(exports).filter((path) => !existsSync(join(folder, path)));
  if (missing.length > 0)
    throw new Failure(`exports name files that the build does not make: ${missing.join(", ")}.`);
};
