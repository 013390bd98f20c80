import { build } from "esbuild";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Project } from "./project.js";

/** What one command may weigh in a browser: bytes of the minified, gzipped bundle. */
const BUDGET = 24 * 1024;

let project: Project;
beforeAll(async () => {
  project = await Project.create();
});
afterAll(() => project.remove());

/** The bundle of a program for the browser, as esbuild makes it by default. */
const bundle = async (program: string, minify = true): Promise<string> => {
  const { text } = await bundled(program, minify);
  return text;
};

/** The same, with the packages that have a part in it. */
const bundled = async (program: string, minify: boolean) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: project.folder },
    bundle: true,
    minify,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const [output] = Object.values(metafile.outputs);
  const packages = Object.entries(output!.inputs)
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  return { text: outputFiles[0]!.text, packages: [...new Set(packages)].sort() };
};

const oneCommand = `
  import { ListUsersCommand, WickrClient } from "@wickr-admin/client";
  export const list = (config, input) => new WickrClient(config).send(new ListUsersCommand(input));
`;
const oneWaiter = `
  import { WickrClient } from "@wickr-admin/client";
  import { waitUntilSsoMigrationComplete } from "@wickr-admin/waiters";
  export const wait = (config, params, input) =>
    waitUntilSsoMigrationComplete({ client: new WickrClient(config), ...params }, input);
`;

describe("one command in a browser", () => {
  test("keeps to its budget", async () => {
    const size = gzipSync(await bundle(oneCommand), { level: 9 }).length;
    expect(size).toBeLessThanOrEqual(BUDGET);
  });

  test("does not bring other commands", async () => {
    const text = await bundle(oneCommand);
    expect(text).toContain("ListUsers");
    expect(text).not.toMatch(/\/bots|\/security-groups|BatchCreateUser|CreateNetwork|GetOidcInfo/);
  });

  test("needs nothing of Node", async () => {
    const text = await bundle(oneCommand, false);
    expect(text).not.toMatch(/(from|require\(|import\()\s*["'](node:|fs["']|https?["'])/);
  });
});

test("a waiter is code of its own, without an interpreter of JMESPath or the path", async () => {
  const { text, packages } = await bundled(oneWaiter, false);
  expect(packages).toEqual(["@wickr-admin/client", "@wickr-admin/runtime", "@wickr-admin/waiters"]);
  expect(text).toContain("migrationState === 2");
  expect(text).not.toContain("migrationState == ");
});
