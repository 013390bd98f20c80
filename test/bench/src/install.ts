import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** A folder as `npm install <package>` leaves it, made without the network from what this workspace has. */
export interface Installation {
  /** Holds `node_modules` and `sdk.mjs`, which exports all that the package does. */
  readonly folder: string;
  /** Every installed package; one name may come in several versions. */
  readonly packages: readonly InstalledPackage[];
  readonly size: FolderSize;
}

/** What a folder's files take up. */
export interface FolderSize {
  /** The sum of their sizes. */
  readonly bytes: number;
  /** The sum of the 4 KiB blocks that they fill, which is what most file systems charge. */
  readonly onDisk: number;
}

/** One package of an installation. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Installs a package and its dependencies into an empty folder: each as high up as its version
 * allows, as npm does, and with the files only that are published.
 */
export const install = (packageFolder: string, folder: string): Installation => {
  const packages: InstalledPackage[] = [];
  const rootModules = join(folder, "node_modules");
  const placedAtRoot = new Map<string, string>();
  // Breadth first: who is nearer to the root gets the place at the root.
  const queue = [{ source: realpathSync(packageFolder), parent: folder }];
  const root = readManifest(packageFolder);

  for (let next = queue.shift(); next; next = queue.shift()) {
    const { source, parent } = next;
    const { name, version, dependencies = {} } = readManifest(source);
    const atRoot = placedAtRoot.get(name);
    if (atRoot === version) continue;
    const target = join(atRoot === undefined ? rootModules : join(parent, "node_modules"), name);
    if (atRoot === undefined) placedAtRoot.set(name, version);
    if (existsSync(target)) continue;
    copyPublishedFiles(source, target);
    packages.push({ name, version });
    for (const dependency of Object.keys(dependencies))
      queue.push({ source: findDependency(source, dependency), parent: target });
  }

  const size = folderSize(rootModules);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "sdk.mjs"), `export * from ${JSON.stringify(root.name)};\n`);
  return { folder, packages, size };
};

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** As Node looks for it: in the `node_modules` of each folder upwards. */
const findDependency = (from: string, name: string): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(candidate)) return realpathSync(candidate);
    if (folder === dirname(folder)) throw new Error(`${name} is not installed for ${from}.`);
  }
};

const copyPublishedFiles = (source: string, target: string): void => {
  if (isPublished(source)) {
    const filter = (path: string): boolean => relative(source, path) !== "node_modules";
    cpSync(source, target, { recursive: true, filter });
    return;
  }
  for (const path of packedFiles(source)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(source, path), join(target, path));
  }
};

const isPublished = (source: string): boolean => source.includes(`${sep}node_modules${sep}`);

/** What `npm pack` would put into the tarball. */
const packedFiles = (source: string): string[] => {
  const output = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: source,
    encoding: "utf8",
    // npm warns about settings that only pnpm knows.
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  const [packed] = JSON.parse(output) as [{ files: { path: string }[] }];
  return packed.files.map(({ path }) => path);
};

const folderSize = (folder: string): FolderSize => {
  const sizes = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => statSync(join(folder, path)))
    .filter((stats) => stats.isFile())
    .map((stats) => stats.size);
  return {
    bytes: sum(sizes),
    onDisk: sum(sizes.map((size) => Math.ceil(size / BLOCK) * BLOCK)),
  };
};

const BLOCK = 4096;

const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);
