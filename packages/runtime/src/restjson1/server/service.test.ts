import { describe, expect, it } from "vitest";
import { createFetchHandler } from "./fetch.js";
import type { ErrorSchema, OperationSchema } from "./schema.js";
import { createService } from "./service.js";
import { operation, structure } from "./testing.js";

const invalid: ErrorSchema = {
  type: "structure",
  name: "Invalid",
  status: 422,
  fault: "client",
  members: [
    { name: "message", target: "string" },
    {
      name: "reasons",
      target: {
        type: "list",
        member: {
          target: structure(
            { name: "field", target: "string" },
            { name: "reason", target: "string" },
          ),
        },
      },
    },
    { name: "kind", target: { type: "enum", values: ["FIELDS"] }, required: true },
  ],
};

const create: OperationSchema = operation(
  structure(
    { name: "name", target: "string", required: true, length: { max: 3 } },
    { name: "tags", target: { type: "list", member: { target: "string", pattern: "^t" } } },
  ),
  {
    name: "Create",
    uri: "/things",
    output: structure({ name: "echo", target: "string" }),
    errors: [invalid],
  },
);

const remove: OperationSchema = {
  name: "Remove",
  method: "DELETE",
  uri: "/things/{id}",
  status: 204,
  input: structure({ name: "id", target: "string", in: "label", required: true }),
  errors: [],
};

const handler = (of: OperationSchema[], options?: Parameters<typeof createFetchHandler>[2]) =>
  createFetchHandler(
    of,
    ({ operation: { name }, input, attempt }) => ({
      echo: `${name} ${JSON.stringify(input)} ${attempt}`,
    }),
    options,
  );

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  new Request(url, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });

describe("a service", () => {
  it("answers requests, with a request id", async () => {
    const handle = handler([create, remove]);
    const response = await handle(
      post("http://any.test/things", { name: "a" }, { "amz-sdk-request": "attempt=2; max=3" }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ echo: 'Create {"name":"a"} 2' });
    expect(response.headers.get("x-amzn-requestid")).toBe("00000000-0000-4000-8000-000000000001");
    const next = await handle(new Request("http://any.test/things/1", { method: "DELETE" }));
    expect(next.status).toBe(204);
    expect(next.headers.get("x-amzn-requestid")).toBe("00000000-0000-4000-8000-000000000002");
  });

  it("knows no other paths and methods", async () => {
    for (const request of [
      new Request("http://any.test/other"),
      new Request("http://any.test/things"),
    ]) {
      const response = await handler([create, remove])(request);
      expect(response.status).toBe(404);
      expect(response.headers.get("x-amzn-errortype")).toBe("UnknownOperationException");
    }
  });

  it("reports broken constraints as Smithy's servers do", async () => {
    const response = await handler([create])(post("http://any.test/things", { tags: ["t", "x"] }));
    expect(response.status).toBe(400);
    expect(response.headers.get("x-amzn-errortype")).toBe("ValidationException");
    const first = "Value at '/name' failed to satisfy constraint: Member must not be null";
    const second =
      "Value at '/tags/1' failed to satisfy constraint: Member must satisfy regular expression pattern: ^t";
    expect(await response.json()).toEqual({
      message: `2 validation errors detected. ${first}; ${second}`,
      fieldList: [
        { path: "/name", message: first },
        { path: "/tags/1", message: second },
      ],
    });
  });

  it("reports them by an error of the service's own, if it has one", async () => {
    const report = {
      error: "Invalid",
      list: "reasons",
      path: "field",
      message: "reason",
      style: "dotted",
    } as const;
    const response = await handler([{ ...create, validation: report }])(
      post("http://any.test/things", { name: "long", tags: ["x"] }),
    );
    expect(response.status).toBe(422);
    expect(response.headers.get("x-amzn-errortype")).toBe("Invalid");
    expect(await response.json()).toMatchObject({
      kind: "FIELDS",
      reasons: [
        { field: "name", reason: "Member must have length less than or equal to 3" },
        { field: "tags.0", reason: "Member must satisfy regular expression pattern: ^t" },
      ],
    });
  });

  it("leaves constraints alone on demand", async () => {
    expect(
      (await handler([create], { validate: false })(post("http://any.test/things", {}))).status,
    ).toBe(200);
  });

  it("lives below its endpoint", async () => {
    const handle = handler([create], { endpoint: "http://localhost:1/base/" });
    expect((await handle(post("http://localhost:1/base/things", { name: "a" }))).status).toBe(200);
    expect(
      (await handle(post("http://prefix.localhost:1/base/things", { name: "a" }))).status,
    ).toBe(200);
    expect((await handle(post("http://localhost:1/things", { name: "a" }))).status).toBe(404);
    expect((await handle(post("http://localhost:2/base/things", { name: "a" }))).status).toBe(404);
  });

  it("reads compressed bodies", async () => {
    const stream = new Blob(['{"name":"zip"}']).stream().pipeThrough(new CompressionStream("gzip"));
    const body = new Uint8Array(await new Response(stream).arrayBuffer());
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const response = await handler([create])(
      new Request("http://any.test/things", { method: "POST", body, headers }),
    );
    expect(await response.json()).toEqual({ echo: 'Create {"name":"zip"} 1' });
  });

  it("turns failures of the implementation into internal failures", async () => {
    const handle = createFetchHandler([remove], () => {
      throw new Error("bug");
    });
    const response = await handle(new Request("http://any.test/things/1", { method: "DELETE" }));
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "bug" });
  });

  const request = { method: "DELETE", url: "/things/1", headers: {}, body: new Uint8Array() };

  it("answers at once where the operation acts at once", () => {
    const service = createService([remove], () => ({}));
    expect(service.answer(request, undefined).status).toBe(204);
    const failing = createService([remove], (): object => {
      throw new Error("bug");
    });
    expect(failing.answer(request, undefined).status).toBe(500);
    expect(service.answer({ ...request, url: "/" }, undefined).status).toBe(404);
  });

  it("answers later where it takes its time, whatever makes the promise", async () => {
    const later = createService([remove], async () => ({}));
    expect((await later.answer(request, undefined)).status).toBe(204);
    const failing = createService([remove], () => Promise.reject(new Error("bug")));
    expect((await failing.answer(request, undefined)).status).toBe(500);
    // oxlint-disable-next-line unicorn/no-thenable -- that is what it is
    const thenable = { then: (resolve: (output: object) => void) => resolve({}) };
    const foreign = createService([remove], () => thenable as Promise<object>);
    expect((await foreign.answer(request, undefined)).status).toBe(204);
  });

  it("tells which operation a request is for", () => {
    const service = createService([create, remove], () => ({}));
    expect(service.operationOf("DELETE", "/things/1?x=y")).toBe(remove);
    expect(service.operationOf("GET", "/things/1")).toBeUndefined();
  });
});
