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
    { client, maxWaitTime: 5 },
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
const imports = names.map(([what, from]) => `import { ${what} } from "${from}";`).join("\n");
const requires = names.map(([what, from]) => `const { ${what} } = require("${from}");`).join("\n");
const typed = (imported: string) => imported + body.replace("users = []", "users: object[] = []");

describe("the packages run from", () => {
  test("ECMAScript modules", async () => {
    expect(await project.run("esm/main.mjs", imports + body)).toBe("1 SUCCESS");
  });

  test("CommonJS", async () => {
    expect(await project.run("cjs/main.cjs", requires + body)).toBe("1 SUCCESS");
  });
});

describe("the packages compile from", () => {
  const compile = async (name: string, file: string, compilerOptions: object) => {
    project.write(`${name}/${file}`, typed(imports));
    const config = project.write(
      `${name}/tsconfig.json`,
      JSON.stringify({
        compilerOptions: {
          target: "es2022",
          strict: true,
          noEmit: true,
          types: ["node"],
          ...compilerOptions,
        },
      }),
    );
    return complaints("typescript", config);
  };

  test("TypeScript, module node16, as ECMAScript modules", async () => {
    expect(await compile("node16-esm", "main.mts", { module: "node16" })).toBe("");
  });

  test("TypeScript, module node16, as CommonJS", async () => {
    expect(await compile("node16-cjs", "main.cts", { module: "node16" })).toBe("");
  });

  test("TypeScript, module resolution bundler", async () => {
    const options = { module: "esnext", moduleResolution: "bundler", lib: ["es2022", "dom"] };
    expect(await compile("bundler", "main.ts", options)).toBe("");
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
