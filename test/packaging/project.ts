import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inject } from "vitest";
import { published } from "./tarballs.js";

const run = promisify(execFile);
const SCOPE = "@wickr-admin/";
const here = fileURLToPath(new URL(".", import.meta.url));

/** What stands in a package.json that tests look at. */
export interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly sideEffects?: boolean;
  readonly engines?: { readonly node?: string };
  readonly bin?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** Environment variables of a program that is run. */
export type Environment = Readonly<Record<string, string>>;

/** An empty project outside the workspace, with packed packages installed. */
export class Project {
  private constructor(readonly folder: string) {}

  /**
   * Installs packed packages and what they need: ours from their tarballs, others as links into the
   * workspace, so that nothing is fetched. Only what a package declares can be found by it.
   */
  static async create(names: readonly string[] = Object.keys(published)): Promise<Project> {
    const project = new Project(mkdtempSync(join(tmpdir(), "wickr-admin-packaging-")));
    for (const name of names) await project.install(name);
    return project;
  }

  /** Where one of our packages is installed. */
  installed(name: string): string {
    return join(this.folder, "node_modules", SCOPE + name);
  }

  /** The package.json of one of our packages, as it is installed. */
  manifest(name: string): Manifest {
    return readManifest(this.installed(name));
  }

  /** The names of all packages that npm would install for one of ours, itself included. */
  tree(name: string): string[] {
    const names = new Set<string>();
    const collect = (each: string, folder: string): void => {
      if (names.has(each)) return;
      names.add(each);
      for (const needed of neededBy(readManifest(folder)))
        collect(needed, findPackage(needed, realpathSync(folder)));
    };
    collect(SCOPE + name, this.installed(name));
    return [...names].sort();
  }

  /** Makes a package for the tests' own use, such as `@types/node`, one of the project. */
  borrow(name: string): void {
    this.link(name, realpathSync(join(here, "node_modules", name)));
  }

  /** Writes a file of the project, and gives its path. */
  write(name: string, text: string): string {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Writes a program, runs it, and gives what it prints. */
  async run(name: string, program: string, env?: Environment): Promise<string> {
    const { stdout } = await run(process.execPath, [this.write(name, program)], {
      cwd: this.folder,
      env,
    });
    return stdout.trim();
  }

  /** Runs the command that one of our packages brings, and gives what it prints. */
  async runBin(name: string, args: readonly string[]): Promise<string> {
    const [file] = Object.values(this.manifest(name).bin ?? {});
    const { stdout } = await run(process.execPath, [join(this.installed(name), file!), ...args], {
      cwd: this.folder,
    });
    return stdout.trim();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async install(name: string): Promise<void> {
    const target = this.installed(name);
    if (existsSync(target)) return;
    const { file, source } = inject("tarballs").find((each) => each.name === name)!;
    mkdirSync(target, { recursive: true });
    await run("tar", ["-xzf", file, "-C", target, "--strip-components=1"]);
    for (const needed of neededBy(this.manifest(name))) {
      if (needed.startsWith(SCOPE)) await this.install(needed.slice(SCOPE.length));
      else this.link(needed, findPackage(needed, source));
    }
  }

  private link(name: string, folder: string): void {
    const target = join(this.folder, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
    symlinkSync(folder, target, "junction");
  }
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

/** The names of the packages that npm installs along with a package. */
const neededBy = ({ dependencies, peerDependencies, peerDependenciesMeta }: Manifest): string[] => {
  const peers = Object.keys(peerDependencies ?? {});
  const required = peers.filter((name) => peerDependenciesMeta?.[name]?.optional !== true);
  return [...Object.keys(dependencies ?? {}), ...required];
};

/** Where Node finds a package for the package in the folder `from`. */
const findPackage = (name: string, from: string): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(found)) return realpathSync(found);
    if (folder === dirname(folder)) throw new Error(`${from} needs ${name}, which is not there.`);
  }
};
