import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileAt, filesAt, repositoryRoot, withFolderAt } from "./git.js";
import { findBase } from "./last-release.js";

let root = "";
const git = (...args: readonly string[]): string =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  }).trim();
const commit = (text: string): string => {
  mkdirSync(join(root, "model/deep"), { recursive: true });
  writeFileSync(join(root, "model/deep/ä b.json"), text);
  git("add", ".");
  git("commit", "--quiet", `--message=${text}`);
  return git("rev-parse", "HEAD");
};

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "wickr-git-")));
  git("init", "--quiet", "--initial-branch=main");
});
afterEach(() => rmSync(root, { recursive: true }));

test("The base is what was asked for, the last release, or the last commit.", () => {
  expect(() => findBase(root, undefined)).toThrow("There is no commit yet");
  const first = commit("1");
  expect(findBase(root, undefined)).toEqual({ ref: "HEAD", commit: first });
  git("tag", "@wickr-admin/client@1.0.0");
  const second = commit("2");
  git("tag", "something-else");
  expect(findBase(root, undefined)).toEqual({ ref: "@wickr-admin/client@1.0.0", commit: first });
  expect(findBase(root, "main")).toEqual({ ref: "main", commit: second });
  expect(() => findBase(root, "nowhere")).toThrow("There is no commit nowhere.");
  expect(() => findBase(root, "--all")).toThrow("There is no commit --all.");
});

test("Without a release it is where the branch left origin/main.", () => {
  const first = commit("1");
  git("update-ref", "refs/remotes/origin/main", first);
  commit("2");
  expect(findBase(root, undefined)).toEqual({ ref: "origin/main", commit: first });
});

test("Files are read as they were.", () => {
  const first = commit("1");
  commit("2");
  expect(repositoryRoot(join(root, "model"))).toBe(root);
  expect(filesAt(root, first, "model/")).toEqual(["model/deep/ä b.json"]);
  expect(fileAt(root, first, "model/deep/ä b.json")).toBe("1");
  expect(fileAt(root, first, "model/none.json")).toBeUndefined();
  let copy: string | undefined;
  const text = withFolderAt(root, first, "model", (folder) => {
    copy = folder;
    return readFileSync(join(folder ?? "", "deep/ä b.json"), "utf8");
  });
  expect(text).toBe("1");
  expect(() => readdirSync(copy ?? "")).toThrow("ENOENT");
  expect(withFolderAt(root, first, "none", (folder) => folder)).toBeUndefined();
});
