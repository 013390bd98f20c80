import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { inject } from "vitest";
import type { Tarball } from "./tarballs.js";

const run = promisify(execFile);
const here = fileURLToPath(new URL("..", import.meta.url));

/** What stands in a package.json that tests look at. */
export interface Manifest {
  readonly name: string;
  readonly license?: string;
  readonly sideEffects?: boolean;
  readonly engines?: { readonly node?: string };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** An empty project outside the workspace, with the packed packages installed. */
export class Project {
  private constructor(
    readonly folder: string,
    readonly tarballs: readonly Tarball[],
  ) {}

  /**
   * Unpacks the tarballs where npm would. What the packages depend on is linked from the
   * workspace, so that nothing is fetched.
   */
  static async create(): Promise<Project> {
    const folder = mkdtempSync(join(tmpdir(), "wickr-admin-packaging-"));
    const project = new Project(folder, inject("tarballs"));
    for (const tarball of project.tarballs) {
      const target = project.installed(tarball.name);
      mkdirSync(target, { recursive: true });
      await run("tar", ["-xzf", tarball.file, "-C", target, "--strip-components=1"]);
    }
    for (const tarball of project.tarballs) {
      const { dependencies, peerDependencies } = project.manifest(tarball.name);
      for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
        if (!name.startsWith("@wickr-admin/")) project.link(name, tarball.source);
      }
    }
    project.link("@types/node", here);
    return project;
  }

  /** Where a package is installed. */
  installed(name: string): string {
    return join(this.folder, "node_modules/@wickr-admin", name);
  }

  /** The package.json of an installed package. */
  manifest(name: string): Manifest {
    return JSON.parse(readFileSync(join(this.installed(name), "package.json"), "utf8")) as Manifest;
  }

  /** Writes a file of the project, and gives its path. */
  write(name: string, text: string): string {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  }

  /** Writes a program, runs it, and gives what it prints. */
  async run(name: string, program: string): Promise<string> {
    const { stdout } = await run(process.execPath, [this.write(name, program)], {
      cwd: this.folder,
    });
    return stdout.trim();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Makes a dependency of a workspace package one of the project. */
  private link(name: string, from: string): void {
    const target = join(this.folder, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    rmSync(target, { force: true });
    symlinkSync(join(from, "node_modules", name), target, "junction");
  }
}
