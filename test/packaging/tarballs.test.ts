import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { Project } from "./project.js";
import { published } from "./tarballs.js";

let project: Project;
beforeAll(async () => {
  project = await Project.create();
});
afterAll(() => project.remove());

const tarballOf = (name: string): Buffer =>
  readFileSync(inject("tarballs").find((each) => each.name === name)!.file);

describe.each(Object.keys(published))("the tarball of %s", (name) => {
  test("passes publint", async () => {
    const tarball = tarballOf(name);
    const { messages, pkg } = await publint({
      pack: {
        tarball: tarball.buffer.slice(
          tarball.byteOffset,
          tarball.byteOffset + tarball.length,
        ) as ArrayBuffer,
      },
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test("passes arethetypeswrong", async () => {
    const result = await checkPackage(
      createPackageFromTarballData(new Uint8Array(tarballOf(name))),
    );
    if (result.types === false) expect.fail("It has no types.");
    // Resolution of before exports were invented cannot know of subpaths and ESM.
    const ignored = name === "codegen" ? ["node10", "node16-cjs"] : ["node10"];
    expect(
      result.problems.filter(
        (problem) => !("resolutionKind" in problem && ignored.includes(problem.resolutionKind)),
      ),
    ).toEqual([]);
  });

  test("has its license and its engines, and runs nothing when installed", () => {
    const manifest = project.manifest(name);
    expect(manifest.license).toBe("Apache-2.0");
    expect(existsSync(join(project.installed(name), "LICENSE"))).toBe(true);
    expect(manifest.engines?.node).toMatch(/^>=20/);
    for (const script of ["preinstall", "install", "postinstall", "prepare"])
      expect(manifest.scripts ?? {}).not.toHaveProperty(script);
  });

  test("has a README", () => {
    expect(existsSync(join(project.installed(name), "README.md"))).toBe(true);
  });

  test("depends on versions that the registry has", () => {
    const { dependencies = {}, peerDependencies = {} } = project.manifest(name);
    for (const version of Object.values({ ...dependencies, ...peerDependencies }))
      expect(version).toMatch(/^[\^~]?\d+\.\d+\.\d+$/);
  });
});

test.each(Object.keys(published).filter((name) => name !== "codegen"))(
  "%s is free of side effects",
  (name) => {
    expect(project.manifest(name).sideEffects).toBe(false);
  },
);
