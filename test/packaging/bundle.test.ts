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
async function bundle(program: string, minify = true): Promise<string> {
  const result = await build({
    stdin: { contents: program, resolveDir: project.folder },
    bundle: true,
    minify,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "silent",
  });
  return result.outputFiles[0]!.text;
}

const oneCommand = `
  import { ListUsersCommand, WickrClient } from "@wickr-admin/client";
  export const list = (config, input) => new WickrClient(config).send(new ListUsersCommand(input));
`;
const oneWaiter = `
  import { WickrClient } from "@wickr-admin/client";
  import { waitUntilDataRetentionServiceEnabled } from "@wickr-admin/waiters";
  export const wait = (config, params, input) =>
    waitUntilDataRetentionServiceEnabled({ client: new WickrClient(config), ...params }, input);
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

test("a waiter brings no JMESPath interpreter", async () => {
  const text = await bundle(oneWaiter, false);
  expect(text).toContain("GetDataRetentionBot");
  expect(text).not.toMatch(/jmespath\.search|TreeInterpreter|Lexer/);
});
