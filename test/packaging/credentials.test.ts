import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Environment, Project } from "./project.js";

let project: Project;
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

/** Sends one request without any configuration; prints where to and how it was signed, or the error. */
const body = `
const requestHandler = {
  metadata: { handlerProtocol: "http/1.1" },
  async handle({ hostname, headers }) {
    console.log(hostname, /Credential=([^,]*)/.exec(headers.authorization)[1]);
    return { response: { statusCode: 200, headers: {}, body: new TextEncoder().encode("{}") } };
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

const REGION = { AWS_REGION: "us-east-1" };
const KEYS = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "not-a-secret" };
/** How a request of a key in a region is printed. */
const signed = (accessKeyId: string, region: string): RegExp =>
  new RegExp(`^admin\\.wickr\\.${region}\\.amazonaws\\.com ${accessKeyId}/\\d{8}/${region}/`);

describe.each(programs)("a client without configuration, from %s,", (_, file, importing) => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "wickr-admin-home-"));
    mkdirSync(join(home, ".aws"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Runs the program with that environment and the home folder alone. */
  const run = (env: Environment): Promise<string> =>
    project.run(file, importing + body, {
      PATH: process.env["PATH"] ?? "",
      HOME: home,
      USERPROFILE: home,
      AWS_EC2_METADATA_DISABLED: "true",
      ...env,
    });
  /** Writes a file in the home folder, and gives its path. */
  const write = (name: string, text: string): string => {
    writeFileSync(join(home, name), text);
    return join(home, name);
  };

  test("takes credentials from the environment", async () => {
    expect(await run({ ...REGION, ...KEYS })).toMatch(signed("AKIDENV", "us-east-1"));
  });

  test("takes credentials from a profile of the shared credentials file", async () => {
    const credentials = write(
      "keys",
      `[default]
aws_access_key_id = AKIDDEFAULT
aws_secret_access_key = not-a-secret
[harbor]
aws_access_key_id = AKIDHARBOR
aws_secret_access_key = not-a-secret
`,
    );
    const profile = { AWS_SHARED_CREDENTIALS_FILE: credentials, AWS_PROFILE: "harbor" };
    expect(await run({ ...REGION, ...profile })).toMatch(signed("AKIDHARBOR", "us-east-1"));
  });

  test("takes credentials from the process that the config file names", async () => {
    const keys = { Version: 1, AccessKeyId: "AKIDPROCESS", SecretAccessKey: "not-a-secret" };
    const script = write("keys.cjs", `console.log(${JSON.stringify(JSON.stringify(keys))});`);
    write(".aws/config", `[default]\ncredential_process = "${process.execPath}" "${script}"\n`);
    expect(await run(REGION)).toMatch(signed("AKIDPROCESS", "us-east-1"));
  });

  test("takes the region from the config file", async () => {
    write(".aws/config", "[default]\nregion = eu-central-1\n");
    expect(await run(KEYS)).toMatch(signed("AKIDENV", "eu-central-1"));
  });

  test("says that there are no credentials", async () => {
    expect(await run(REGION)).toMatch(
      /^CredentialsProviderError: Could not load credentials from any providers/,
    );
  });
});
