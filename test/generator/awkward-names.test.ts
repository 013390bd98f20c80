import { join } from "node:path";
import type { Json } from "@wickr-admin/codegen";
import { commandOf } from "@wickr-admin/test-support/client-module";
import { typeCheck } from "@wickr-admin/test-support/strict-types";
import { temporaryFolder } from "@wickr-admin/test-support/temporary-folder";
import { afterAll, describe, expect, it } from "vitest";
import { load, render, sourcesIn, write, type LoadedPackages } from "./hostile/generated.js";

const folder = temporaryFolder("awkward");
afterAll(folder.remove);

type Shapes = Readonly<Record<string, Json>>;

/** An operation `POST /<name>`. */
const operation = (name: string, more: Shapes = {}): Json => ({
  type: "operation",
  traits: { "smithy.api#http": { method: "POST", uri: `/${name}` } },
  ...more,
});

const service = (operations: readonly string[], more: Shapes = {}): Json => ({
  type: "service",
  version: "1",
  operations: operations.map((name) => ({ target: `test#${name}` })),
  traits: { "aws.protocols#restJson1": {}, "aws.auth#sigv4": { name: "test" } },
  ...more,
});

const structure = (members: Readonly<Record<string, string>>, traits: Shapes = {}): Json => ({
  type: "structure",
  members: Object.fromEntries(
    Object.entries(members).map(([name, target]) => [
      name,
      { target: target.includes("#") ? target : `smithy.api#${target}` },
    ]),
  ),
  traits,
});

let count = 0;

/** Generates the packages of a model, type-checks them under the strictest options, and runs them. */
const generated = async (shapes: Shapes): Promise<LoadedPackages & { readonly errors: string }> => {
  count++;
  const path = join(folder.path, String(count));
  const scope = `@awkward${count}`;
  const ast = {
    smithy: "2.0",
    shapes: Object.fromEntries(Object.entries(shapes).map(([name, of]) => [`test#${name}`, of])),
  };
  write(path, await render(ast, "test#Test", scope));
  const paths = Object.fromEntries(
    Object.entries(sourcesIn(path, scope)).map(([name, file]) => [name, [file]]),
  );
  const errors = typeCheck(path, ["*/src"], paths);
  return { ...(await load(path, scope, ["client", "mock"])), errors };
};

/** Answers each request with this. */
const answering = (status: number, headers: Record<string, string>, body: string) => ({
  metadata: { handlerProtocol: "http/1.1" },
  handle: async () => ({
    response: { statusCode: status, headers, body: new Blob([body]).stream() },
  }),
  destroy: () => undefined,
});

describe("names that generated code has for other things", () => {
  it("members of an error that JavaScript's errors have already", async () => {
    const { client, mock, errors } = await generated({
      Test: service(["Fail"]),
      Fail: operation("Fail", { errors: [{ target: "test#Broken" }] }),
      Broken: structure(
        { message: "String", name: "String", stack: "Integer", cause: "String" },
        { "smithy.api#error": "client", "smithy.api#httpError": 409 },
      ),
    });
    expect(errors).toBe("");
    const body = JSON.stringify({ message: "no", name: "Ana", stack: 3, cause: "rain" });
    const instance = new client.Client({
      region: "eu-west-1",
      endpoint: "http://localhost",
      credentials: { accessKeyId: "a", secretAccessKey: "b" },
      maxAttempts: 1,
      requestHandler: answering(409, { "x-amzn-errortype": "Broken" }, body),
    } as never);
    const error: unknown = await instance
      .send(commandOf(client, "Fail", {}))
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "Broken",
      message: "no",
      _name: "Ana",
      _stack: 3,
      _cause: "rain",
    });
    expect(mock).toHaveProperty("createTestMock");
  });

  it("structures called as what the generated code imports", async () => {
    const names = [
      "Command",
      "DocumentType",
      "HeaderBag",
      "JsonObject",
      "MetadataBearer",
      "NumericValue",
      "Operation",
      "Pages",
      "QueryParameterBag",
      "SendOptions",
      "ServiceClient",
      "ServiceException",
      "WaiterState",
    ];
    const { errors } = await generated({
      Test: service(["Try"]),
      Try: operation("Try", {
        input: { target: "test#TryInput" },
        output: { target: "test#TryOutput" },
      }),
      TryInput: structure({
        document: "Document",
        decimal: "BigDecimal",
        ...Object.fromEntries(names.map((name) => [`a${name}`, `test#${name}`])),
      }),
      TryOutput: structure({
        document: "Document",
        decimal: "BigDecimal",
        ...Object.fromEntries(names.map((name) => [`a${name}`, `test#${name}`])),
      }),
      ...Object.fromEntries(
        names.map((name) => [name, structure({ inner: "Document", size: "BigDecimal" })]),
      ),
    });
    expect(errors).toBe("");
  });

  it("a service whose operations have no structures at all", async () => {
    const { errors } = await generated({ Test: service(["Ping"]), Ping: operation("Ping") });
    expect(errors).toBe("");
  });

  it("an operation Then, which must not make a promise of the client", async () => {
    const { client, errors } = await generated({
      Test: service(["Then"]),
      Then: operation("Then"),
    });
    expect(errors).toBe("");
    const { Test } = client.exports as { readonly Test: new (config: object) => object };
    const aggregated = new Test({ region: "eu-west-1" });
    expect(aggregated).not.toHaveProperty("then");
    expect(aggregated).toHaveProperty("_then");
    expect(await Promise.resolve(aggregated)).toBe(aggregated);
  });

  it("a service that signs nothing imports no signer", async () => {
    const { errors } = await generated({
      Test: service(["Ping"], { traits: { "aws.protocols#restJson1": {} } }),
      Ping: operation("Ping", {
        traits: { "smithy.api#http": { method: "GET", uri: "/" }, "smithy.api#optionalAuth": {} },
      }),
    });
    expect(errors).toBe("");
  });
});
