import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaints } from "@wickr-admin/test-support/compile";
import { Project } from "./project.js";

let project: Project;
beforeAll(async () => {
  project = await Project.create();
  project.borrow("@types/node");
});
afterAll(() => project.remove());

/** A service with one operation. */
const tinyModel = {
  smithy: "2.0",
  shapes: {
    "tiny#Tiny": {
      type: "service",
      version: "1",
      operations: [{ target: "tiny#Get" }],
      traits: { "aws.protocols#restJson1": {}, "smithy.api#title": "Tiny" },
    },
    "tiny#Get": {
      type: "operation",
      input: { target: "smithy.api#Unit" },
      output: { target: "smithy.api#Unit" },
      traits: { "smithy.api#http": { method: "GET", uri: "/", code: 200 } },
    },
  },
};

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

/** A program that works with a simulator over HTTP, but for how it imports it. */
const simulated = `
async function main() {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-a-secret" };
  const server = await startServer({ credentials: { AKIDEXAMPLE: "not-a-secret" } });
  const client = new WickrClient({ region: "us-east-1", endpoint: server.url, credentials });
  await client.send(
    new CreateNetworkCommand({ networkName: "Harbor Relief", accessLevel: "PREMIUM" }),
  );
  console.log(server.simulator.network().name);
  client.destroy();
  await server.close();
}
void main();
`;
const simulatedNames: [string, string][] = [
  ["WickrClient, CreateNetworkCommand", "@wickr-admin/client"],
  ["startServer", "@wickr-admin/simulator/server"],
];

describe("the simulator serves from its package", () => {
  test("as ECMAScript modules", async () => {
    const program = importing(simulatedNames) + simulated;
    expect(await project.run("simulator/main.mjs", program)).toBe("Harbor Relief");
  });

  test("as CommonJS", async () => {
    const program = requiring(simulatedNames) + simulated;
    expect(await project.run("simulator/main.cjs", program)).toBe("Harbor Relief");
  });
});

test("the simulator's command runs from its package", async () => {
  expect(await project.runBin("simulator", ["--help"])).toContain("Usage: wickr-simulator");
});

test("the generator generates from its package", async () => {
  const model = project.write("generator/model.json", JSON.stringify(tinyModel));
  const out = join(project.folder, "generator/out");
  await project.runBin("codegen", ["generate", "--model", model, "--out", out]);
  expect(readFileSync(join(out, "client/src/commands/GetCommand.ts"), "utf8")).toContain(
    "export class GetCommand",
  );
});
