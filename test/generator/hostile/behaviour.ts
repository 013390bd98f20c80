import { CannedHandler, type CannedResponse } from "@wickr-admin/test-support/canned-handler";
import { commandOf, OFFLINE_CONFIG, type AnyClient } from "@wickr-admin/test-support/client-module";
import { expect } from "vitest";
import type { LoadedPackages } from "./generated.js";
import { MEMBER_NAMES } from "./model.js";
import { placesOf } from "./places.js";

type Values = Readonly<Record<string, unknown>>;

/** An object of its entries: `__proto__` is a name like any other. */
const object = (...entries: readonly (readonly [string, unknown])[]): Values =>
  Object.fromEntries(entries);
const textOf = (body: unknown): string =>
  typeof body === "string" ? body : new TextDecoder().decode(body as Uint8Array);
const json = (body: object, more: Partial<CannedResponse> = {}): CannedResponse => ({
  statusCode: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
  ...more,
});

/** Sends one input, and gives what was sent and what came of it. */
const call = async (
  { client: module }: LoadedPackages,
  operation: string,
  input: object,
  response: CannedResponse = json({}),
  config: object = {},
) => {
  const handler = new CannedHandler();
  handler.response = response;
  const client = new module.Client({
    ...OFFLINE_CONFIG,
    requestHandler: handler,
    ...config,
  } as never);
  const outcome = await client.send(commandOf(module, operation, input)).then(
    (output): Values => ({ output }),
    (error: unknown): Values => ({ error }),
  );
  client.destroy();
  const { output = {}, error = {} } = outcome as { output?: Values; error?: Values };
  return { request: handler.requests.at(-1), output, error };
};

/** What is sent has the text in its places, as it is. */
export const expectRequests = async (packages: LoadedPackages, text: string): Promise<void> => {
  const { token, uri, host } = placesOf(text);
  const input = { label: "a b", text, header: "h", prefixed: { k: "v" }, kind: text };
  const { request, error } = await call(packages, "Get", input);
  if (!request) throw error;
  expect(request.path).toBe(`/get/l${uri}/a%20b`);
  expect(Object.entries(request.query ?? {}).sort()).toEqual(
    [
      [`q${uri}`, `v${uri}`],
      [`flag${uri}`, ""],
      [`n${text}`, text],
      ["kind", text],
    ].sort(),
  );
  expect(request.headers[`x-${token}`.toLowerCase()]).toBe("h");
  expect(request.headers[`y-${token}k`.toLowerCase()]).toBe("v");

  const sent = await call(packages, "Send", { body: "b" });
  expect(sent.request?.headers["content-type"]).toBe(`text/${text}`);
  const keyed = await call(packages, "Keyed", {}, json({}), { apiKey: { apiKey: "k" } });
  expect(keyed.request?.headers[`x${token}`.toLowerCase()]).toBe(`${text} k`);
  const hosted = await call(packages, "Hosted", {});
  expect(hosted.request?.hostname).toBe(`h${host}.plain.example.com`);
};

/** Endpoint rules compare with the text, and say it. */
export const expectEndpoints = async (packages: LoadedPackages, text: string): Promise<void> => {
  const get = (given: string) => call(packages, "Get", { label: "x", text: given });
  // The rules' substring knows ASCII only.
  // oxlint-disable-next-line no-control-regex -- which is all of these
  const isAscii = /^[\u0000-\u007f]*$/.test(text);
  expect((await get(text)).request?.hostname).toBe(
    isAscii ? "text.example.com" : "static.example.com",
  );
  expect((await get(`${text}!`)).request?.hostname).toBe("static.example.com");
  expect((await call(packages, "Send", {})).request?.hostname).toBe("plain.example.com");
  const refused = await call(packages, "Send", {}, json({}), { custom: text });
  expect(refused.request).toBeUndefined();
  expect(refused.error["message"]).toBe(text);
};

/** What is read has the text in its places, as it is. */
export const expectResponses = async (packages: LoadedPackages, text: string): Promise<void> => {
  const { token } = placesOf(text);
  const response = json(object([text, "a"], [`${text}2`, "b"], ["kind", text]), {
    headers: { [`x-${token}`.toLowerCase()]: "h", [`y-${token}k`.toLowerCase()]: "v" },
  });
  const { output } = await call(packages, "Get", { label: "x" }, response);
  const { $metadata: _, ...members } = output;
  expect(members).toEqual({
    text: "a",
    other: "b",
    kind: text,
    shown: text,
    header: "h",
    prefixed: { k: "v" },
  });

  const wrong = (body: Values) =>
    call(
      packages,
      "Get",
      { label: "x" },
      json(body, { statusCode: 418, headers: { "x-amzn-errortype": "Wrong" } }),
    );
  const { error } = await wrong(object([text, "w"]));
  expect(error).toMatchObject({ name: "Wrong", message: text, why: "w" });

  const enums = packages.client.exports["Kind"] as Values;
  expect(enums).toEqual({ ONE: text });
};

/** Names that generated code has as well get through, there and back. */
export const expectMembers = async (packages: LoadedPackages, text: string): Promise<void> => {
  const given = object(...MEMBER_NAMES.map((name) => [name, `${name} ${text}`] as const));
  const { request, output } = await call(packages, "Words", given, json(given));
  const sent = JSON.parse(textOf(request?.body)) as object;
  expect(Object.entries(sent).sort()).toEqual(Object.entries(given).sort());
  const { $metadata: _, ...members } = output;
  expect(Object.entries(members).sort()).toEqual(Object.entries(given).sort());
};

/** What a waiter comes to where the output has a text of its own in the member that is called `text` in JSON. */
export const waitFor = async (
  { client: module, waiters }: LoadedPackages,
  waiter: string,
  text: string,
  own: string,
): Promise<string> => {
  const handler = new CannedHandler();
  handler.response = json(object([text, own], ["items", [{ name: own, kind: "k" }]]));
  const client = new module.Client({ ...OFFLINE_CONFIG, requestHandler: handler } as never);
  const wait = waiters[`waitFor${waiter}`] as (
    params: { client: AnyClient; maxWaitTime: number },
    input: object,
  ) => Promise<{ state: string }>;
  const { state } = await wait({ client, maxWaitTime: 5 }, { label: "x", kind: text });
  client.destroy();
  return state;
};

/** Waiters compare with the text. */
export const expectWaiters = async (packages: LoadedPackages, text: string): Promise<void> => {
  const names = Object.keys(packages.waiters).flatMap(
    (name) => /^waitFor(.*)$/.exec(name)?.[1] ?? [],
  );
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    expect(await waitFor(packages, name, text, text), name).toBe("SUCCESS");
    expect(await waitFor(packages, name, text, "another"), name).toBe("FAILURE");
  }
};

/** Pages follow one another by members that are called as variables of generated code. */
export const expectPages = async ({
  client: module,
  paginators,
}: LoadedPackages): Promise<void> => {
  const handler = new CannedHandler();
  const bodies: unknown[] = [];
  const pages = [
    { output: { item: "2", value: [{ name: "a" }] } },
    { output: { value: [{ name: "b" }] } },
  ];
  const client = new module.Client({
    ...OFFLINE_CONFIG,
    requestHandler: {
      metadata: handler.metadata,
      handle: (request: { body: unknown }) => {
        handler.response = json(pages[bodies.length] ?? {});
        bodies.push(JSON.parse(textOf(request.body)));
        return handler.handle(request as never);
      },
    },
  } as never);
  const paginate = paginators["paginateListItems"] as (
    config: object,
    input: object,
  ) => AsyncIterable<{ name: string }>;
  const names: string[] = [];
  for await (const { name } of paginate({ client, pageSize: 7 }, {})) names.push(name);
  client.destroy();
  expect(names).toEqual(["a", "b"]);
  expect(bodies).toEqual([{ state: 7 }, { state: 7, value: "2" }]);
};

/** The mock answers with the model's examples, and knows its pattern and its enum. */
export const expectMock = async (packages: LoadedPackages, text: string): Promise<void> => {
  const create = Object.entries(packages.mock).find(([name]) => /^create\w*Mock$/.test(name))?.[1];
  const mock = (create as () => { fetch(request: Request): Promise<Response> })();
  const requestHandler = {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async (request: {
      method: string;
      path: string;
      query?: object;
      body?: Uint8Array;
    }) => {
      const url = new URL(`https://plain.example.com${request.path}`);
      for (const [name, value] of Object.entries(request.query ?? {}))
        url.searchParams.append(name, String(value));

      const { method, body } = request;
      const answer = await mock.fetch(
        new Request(url, {
          method,
          ...(body && { body: body as never, headers: { "content-type": "application/json" } }),
        }),
      );
      const handler = new CannedHandler();
      handler.response = {
        statusCode: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: await answer.text(),
      };
      return handler.handle(request as never);
    },
  };
  const ask = (operation: string, input: object) =>
    call(packages, operation, input, undefined, { requestHandler });

  const { output } = await ask("Get", { label: "x" });
  expect(output).toMatchObject({ text, kind: text, shown: text, items: [{ name: text }] });
  const taken = await ask("Words", { exact: text, kind: text });
  expect(taken.error).toEqual({});
  for (const input of [{ exact: `${text}x` }, { kind: `${text}x` }]) {
    const refused = await ask("Words", input);
    expect(refused.error).toMatchObject({ name: "ValidationException" });
  }
};
