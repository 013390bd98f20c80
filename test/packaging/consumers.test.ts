import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints } from "../types/compile.js";
import { Project } from "./project.js";

let project: Project;
beforeAll(async () => {
  project = await Project.create();
});
afterAll(() => project.remove());

/** A program that uses every package for its users, but for how it imports them. */
const body = `
const mock = createWickrMock();
const server = setupServer(...mock.handlers);
server.listen({ onUnhandledRequest: "error" });
const credentials = { accessKeyId: "a", secretAccessKey: "b" };
const client = new WickrClient({ region: "us-east-1", credentials });

mock.on(ListUsersCommand).resolves({ users: [{ userId: "20417" }] });
mock.on(GetUserCommand).resolves({ userId: "20417", status: 2 });

async function main() {
  const networkId = "84620173";
  const users = [];
  for await (const page of paginateListUsers({ client }, { networkId })) {
    users.push(...(page.users ?? []));
  }
  const waited = await waitUntilUserActive(
    { client, maxWaitTime: 60 },
    { networkId, userId: "20417" },
  );
  console.log(users.length, waited.state);
  client.destroy();
  server.close();
}
void main();
`;

const names: [string, string][] = [
  ["WickrClient, ListUsersCommand, GetUserCommand", "@wickr-admin/client"],
  ["createWickrMock", "@wickr-admin/mock"],
  ["paginateListUsers", "@wickr-admin/paginators"],
  ["waitUntilUserActive", "@wickr-admin/waiters"],
  ["setupServer", "msw/node"],
];
const importing = (list: [string, string][]) =>
  list.map(([what, from]) => `import { ${what} } from "${from}";`).join("\n");
const requiring = (list: [string, string][]) =>
  list.map(([what, from]) => `const { ${what} } = require("${from}");`).join("\n");

describe("the packages run from", () => {
  test("ECMAScript modules", async () => {
    expect(await project.run("esm/main.mjs", importing(names) + body)).toBe("1 SUCCESS");
  });

  test("CommonJS", async () => {
    expect(await project.run("cjs/main.cjs", requiring(names) + body)).toBe("1 SUCCESS");
  });
});

describe("the packages compile", () => {
  const inTypeScript = body.replace("users = []", "users: object[] = []");
  // msw's own declarations for CommonJS import modules and do not compile.
  const withoutMock = inTypeScript.replace(/.*(mock|server)\b.*\n/g, "");
  const namesWithoutMock = names.filter(([, from]) => !/mock|msw/.test(from));

  const compile = (files: Record<string, string>, compilerOptions: object) => {
    const folder = Object.keys(files)[0]!.split("/")[0];
    for (const [file, text] of Object.entries(files)) project.write(file, text);
    const options = { target: "es2022", strict: true, noEmit: true, types: ["node"] };
    const config = { compilerOptions: { ...options, ...compilerOptions } };
    return complaints(
      "typescript",
      project.write(`${folder}/tsconfig.json`, JSON.stringify(config)),
    );
  };

  test("with module node16, as ECMAScript modules and as CommonJS", async () => {
    const text = importing(namesWithoutMock) + withoutMock;
    const files = { "node16/main.mts": text, "node16/main.cts": text };
    expect(await compile(files, { module: "node16" })).toBe("");
  });

  test("with module resolution bundler", async () => {
    const files = { "bundler/main.ts": importing(names) + inTypeScript };
    const options = { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"] };
    expect(await compile(files, options)).toBe("");
  });
});

test("the generator runs from its package", async () => {
  const program = `
    const { execFileSync } = require("node:child_process");
    const { join, dirname } = require("node:path");
    const root = join(__dirname, "../node_modules/@wickr-admin/codegen");
    const { bin } = require(join(root, "package.json"));
    const out = execFileSync(process.execPath, [join(root, bin["wickr-codegen"]), "--help"]);
    console.log(String(out).split("\\n")[0]);
  `;
  expect(await project.run("generator/main.cjs", program)).toContain("wickr-codegen");
});
