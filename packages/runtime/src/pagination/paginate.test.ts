import type { MetadataBearer } from "@smithy/types";
import { expect, test } from "vitest";
import { Command } from "../client/command.js";
import type { SendOptions } from "../client/send-options.js";
import { type Pages, type PaginationConfiguration, paginate } from "./paginate.js";

interface Input {
  readonly query: string;
  token?: string | undefined;
  size?: number | undefined;
}
interface Output extends MetadataBearer {
  readonly next?: string | undefined;
}

class ListCommand extends Command<Input, Output> {
  constructor(input: Input) {
    super(input, undefined as never);
  }
}

/** Answers with the given tokens, one after the other, and keeps what it was asked. */
class TestClient {
  readonly inputs: Input[] = [];
  readonly options: (SendOptions | undefined)[] = [];
  readonly #tokens: (string | undefined)[];

  constructor(...tokens: (string | undefined)[]) {
    this.#tokens = tokens;
  }

  async send(command: Command<Input, Output>, options?: SendOptions): Promise<Output> {
    this.inputs.push(command.input);
    this.options.push(options);
    return { next: this.#tokens.shift(), $metadata: {} };
  }
}

const pages: Pages<TestClient, Input, Output, string> = {
  client: TestClient as never,
  command: ListCommand,
  inputToken: "token",
  pageSize: "size",
  nextToken: (page) => page.next,
};

/** The inputs of all calls. */
const run = async (
  client: TestClient,
  config: Partial<PaginationConfiguration<TestClient>> = {},
  input: Input = { query: "q" },
): Promise<Input[]> => {
  for await (const page of paginate(pages, { client, ...config }, input))
    expect(page.$metadata).toEqual({});
  return client.inputs;
};

test("asks with each page's token for the next one, until there is none", async () => {
  expect(await run(new TestClient("a", "b"))).toEqual([
    { query: "q" },
    { query: "q", token: "a" },
    { query: "q", token: "b" },
  ]);
});

test("an empty token is the end", async () => {
  expect(await run(new TestClient("a", "", "c"))).toHaveLength(2);
});

test("begins at the starting token, else at the input's own", async () => {
  expect(
    (await run(new TestClient(), { startingToken: "s" }, { query: "q", token: "i" }))[0]?.token,
  ).toBe("s");
  expect((await run(new TestClient(), {}, { query: "q", token: "i" }))[0]?.token).toBe("i");
});

test("the page size stands where the input has none", async () => {
  expect(await run(new TestClient("a"), { pageSize: 5 })).toMatchObject([{ size: 5 }, { size: 5 }]);
  expect(await run(new TestClient(), { pageSize: 5 }, { query: "q", size: 7 })).toMatchObject([
    { size: 7 },
  ]);
});

test("goes on with the same token, unless told to stop there", async () => {
  expect(await run(new TestClient("a", "a", "a"))).toHaveLength(4);
  expect(await run(new TestClient("a", "a", "a"), { stopOnSameToken: true })).toHaveLength(2);
});

test("the input stays as it is", async () => {
  const input = Object.freeze({ query: "q" });
  await run(new TestClient("a"), { pageSize: 5 }, input);
  expect(input).toEqual({ query: "q" });
});

test("commands can be changed or replaced before they are sent", async () => {
  const seen: unknown[] = [];
  const client = new TestClient("a");
  const inputs = await run(client, {
    withCommand: (command) => {
      seen.push(command);
      return seen.length === 1 ? undefined : (new ListCommand({ query: "other" }) as never);
    },
  });
  expect(seen[0]).toBeInstanceOf(ListCommand);
  expect(inputs).toEqual([{ query: "q" }, { query: "other" }]);
});

test("options are passed on with every call", async () => {
  const client = new TestClient("a");
  const options = { requestTimeout: 5 };
  for await (const page of paginate(pages, { client }, { query: "q" }, options)) void page;
  expect(client.options).toEqual([options, options]);
});

test("no page is asked for before it is wanted", async () => {
  const client = new TestClient("a", "b");
  const iterator = paginate(pages, { client }, { query: "q" });
  expect(client.inputs).toHaveLength(0);
  await iterator.next();
  expect(client.inputs).toHaveLength(1);
});

test("a client of another class is refused", async () => {
  const other = { send: () => Promise.reject(new Error("unused")) };
  const iterator = paginate(pages, { client: other as never }, { query: "q" });
  await expect(iterator.next()).rejects.toThrow("Invalid client, expected instance of TestClient");
});

test("what the client throws ends it", async () => {
  const client = new TestClient();
  client.send = () => Promise.reject(new Error("no"));
  await expect(run(client)).rejects.toThrow("no");
});
