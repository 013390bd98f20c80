import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createServiceMock, handleOperation } from "./index.js";
import type { OperationSchema } from "../restjson1/server/schema.js";
import { structure } from "../restjson1/server/testing.js";

interface ThingInput {
  readonly id: string;
}
interface ThingOutput {
  readonly name: string;
}

const getThing: OperationSchema<ThingInput, ThingOutput> = {
  name: "GetThing",
  method: "GET",
  uri: "/things/{id}",
  yieldsTo: ["/things/all"],
  status: 200,
  input: structure({ name: "id", target: "string", in: "label", required: true }),
  output: structure({ name: "name", target: "string", required: true }),
  errors: [],
  example: () => ({ name: "Example" }),
};
const getAll: OperationSchema<object, { total: number }> = {
  name: "GetAll",
  method: "GET",
  uri: "/things/all",
  status: 200,
  output: structure({ name: "total", target: "integer", required: true, range: { min: 2 } }),
  errors: [],
};
const GetThing = { operationName: "GetThing" } as const;

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const get = async (path: string): Promise<unknown> => {
  const response = await fetch(`http://service.test${path}`);
  return response.json();
};

describe("handleOperation", () => {
  it("answers through fetch with the example or the smallest output", async () => {
    server.use(handleOperation(getThing), handleOperation(getAll));
    expect(await get("/things/1")).toEqual({ name: "Example" });
    expect(await get("/things/all")).toEqual({ total: 2 });
  });

  it("can be used once, and reads a resolver's call", async () => {
    server.use(
      handleOperation(getThing, ({ input }) => ({ name: input.id }), { once: true }),
      handleOperation(getThing, { name: "after" }),
    );
    expect(await get("/things/first")).toEqual({ name: "first" });
    expect(await get("/things/second")).toEqual({ name: "after" });
  });

  it("leaves other requests alone", async () => {
    server.use(handleOperation(getThing));
    await expect(fetch("http://service.test/others")).rejects.toThrow("Cannot bypass a request");
  });
});

describe("createServiceMock", () => {
  const mock = createServiceMock({ GetThing: getThing, GetAll: getAll });

  it("answers, records and forgets", async () => {
    server.use(...mock.handlers);
    mock.on(GetThing, { id: "1" }).resolves({ name: "One" }).rejects("anything else");
    expect(await get("/things/1")).toEqual({ name: "One" });
    expect(await get("/things/2")).toEqual({ message: "anything else" });
    expect(mock.calls(GetThing).map(({ input }) => input.id)).toEqual(["1", "2"]);
    expect(mock.reset().calls()).toEqual([]);
    expect(await get("/things/2")).toEqual({ name: "Example" });
  });

  it("answers calls that come at the same time, each with its own", async () => {
    server.use(...mock.handlers);
    mock
      .reset()
      .on(GetThing)
      .callsFake(async ({ id }) => {
        await new Promise((resolve) => setTimeout(resolve, id === "1" ? 20 : 1));
        return { name: id };
      });
    expect(await Promise.all([get("/things/1"), get("/things/2")])).toEqual([
      { name: "1" },
      { name: "2" },
    ]);
    expect(mock.calls().map(({ response }) => response?.body)).toEqual([
      '{"name":"1"}',
      '{"name":"2"}',
    ]);
  });
});
