import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

/** The repository that these tests stand in. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));

const { packageManager } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  packageManager: string;
};

/** What a command printed, and how it ended. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

/** A copy of the repository to make changes in. */
export interface Scratch {
  readonly root: string;
  /** Runs a script of the copy, as a person would. */
  readonly pnpm: (...args: readonly string[]) => Ended;
  /** What git prints. */
  readonly git: (...args: readonly string[]) => string;
  readonly remove: () => void;
}

/** Copies the repository as it is now, commits that as all there is, and installs its dependencies. */
export const makeScratch = (): Scratch => {
  const root = mkdtempSync(join(tmpdir(), "wickr-walk-through-"));
  for (const path of repositoryFiles()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(join(repository, path), join(root, path));
  }
  const run = (command: string, args: readonly string[]): Ended => {
    const started = performance.now();
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1e9,
      env: {
        ...withoutTurbo(process.env),
        // What is built here is built there, too.
        TURBO_CACHE_DIR: cacheFolder(),
        TURBO_TELEMETRY_DISABLED: "1",
        NO_COLOR: "1",
        FORCE_COLOR: "0",
      },
      shell: process.platform === "win32",
    });
    const seconds = (performance.now() - started) / 1000;
    const clean = (text: string) => stripVTControlCharacters(text).replaceAll(root, ".").trim();
    return { status, out: clean(stdout), err: clean(stderr), seconds };
  };
  const pnpm: Scratch["pnpm"] = (...args) =>
    run("npx", ["-y", packageManager, "--silent", ...args]);
  const git: Scratch["git"] = (...args) =>
    run("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args]).out;

  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=As it was");
  const installed = pnpm("install", "--frozen-lockfile", "--prefer-offline");
  if (installed.status !== 0) throw new Error(installed.err || installed.out);
  return { root, pnpm, git, remove: () => rmSync(root, { recursive: true, force: true }) };
};

/** All files but those that git ignores. */
const repositoryFiles = (): string[] =>
  execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 1e9,
  })
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(repository, path)));

/** Turbo's cache: worktrees share that of the first. */
const cacheFolder = (): string => {
  const common = execFileSync("git", ["rev-parse", "--path-format=absolute", "--git-common-dir"], {
    cwd: repository,
    encoding: "utf8",
  });
  return join(dirname(common.trim()), ".turbo/cache");
};

/** What turbo tells its tasks of itself is not for the turbo in the copy. */
const withoutTurbo = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(TURBO_|VITEST|NODE_ENV$)/.test(name)),
  );
