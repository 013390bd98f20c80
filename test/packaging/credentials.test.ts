import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Environment, Project } from "./project.js";

let project: Project;
let home: string;
beforeAll(async () => {
  project = await Project.create(["client"]);
});
afterAll(() => project.remove());

test("the client brings nothing but the runtime and the types of Smithy", () => {
  expect(project.tree("client")).toEqual([
    "@smithy/types",
    "@wickr-admin/client",
    "@wickr-admin/runtime",
    "tslib",
  ]);
});

/** Sends one request without any configuration, and prints how it was signed, or the error. */
const body = `
const requestHandler = {
  metadata: { handlerProtocol: "http/1.1" },
  async handle({ hostname, headers }) {
    console.log(hostname, /Credential=([^,]*)/.exec(headers.authorization)[1]);
    const response = { statusCode: 200, headers: {}, body: new TextEncoder().encode("{}") };
    return { response };
  },
};
new WickrClient({ requestHandler })
  .send(new ListNetworksCommand({}))
  .catch(({ name, message }) => console.log(name + ": " + message));
`;
const what = "{ WickrClient, ListNetworksCommand }";
const programs = [
  ["ECMAScript modules", "main.mjs", `import ${what} from "@wickr-admin/client";`],
  ["CommonJS", "main.cjs", `const ${what} = require("@wickr-admin/client");`],
] as const;

const KEYS = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "not-a-secret" };
const REGION = { AWS_REGION: "us-east-1" };
/** What the program prints after the key's id, where the region is us-east-1. */
const SCOPE = /^\/\d{8}\/us-east-1\/wickr\/aws4_request$/;

describe.each(programs)("a client without configuration, from %s", (_, file, importing) => {
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "wickr-admin-home-"));
    return () => rmSync(home, { recursive: true, force: true });
  });

  /** Runs the program with a home folder and an environment of its own. */
  const run = (env: Environment): Promise<string> =>
    project.run(file, importing + body, {
      HOME: home,
      USERPROFILE: home,
      AWS_EC2_METADATA_DISABLED: "true",
      ...env,
    });

  test("takes credentials from the environment", async () => {
    const [, credential = ""] = (await run({ ...REGION, ...KEYS })).split(" ");
    expect(credential).toMatch(/^AKIDENV\//);
  });
});
