import * as sdk from "@wickr-admin/client";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createWickrMock } from "../src/index.js";
import { operations } from "../src/operations.js";
import { valuesOf } from "./arbitrary.js";
import { createClient, failure, serve } from "./setup.js";

const mock = createWickrMock();
serve(...mock.handlers);
afterEach(() => {
  mock.reset();
});
const client = createClient({ maxAttempts: 1 });

type AnyCommand = (new (input: object) => Parameters<typeof client.send>[0]) & {
  operationName: keyof typeof operations;
};
const commandOf = (name: string) =>
  (sdk as unknown as Record<string, AnyCommand>)[`${name}Command`] as AnyCommand;
const classOf = (name: string) =>
  (sdk as unknown as Record<string, new (options: object) => Error>)[name];

/** Tokens that the client makes up where none is given. */
const withoutToken = (input: object) => ({ ...input, clientToken: undefined });

/** What is left out and what is undefined are the same. */
const plain = (value: object): unknown => structuredClone(value);

describe.each(Object.entries(operations))("%s", (name, operation) => {
  const command = commandOf(name);

  it("brings every input to the service, and every output back", async () => {
    const io = fc.tuple(valuesOf(operation.input), valuesOf(operation.output));
    await fc.assert(
      fc.asyncProperty(io, async ([input, output]) => {
        mock.reset().on(command).resolves(output);
        const { $metadata, ...received } = (await client.send(new command(input))) as {
          $metadata: { httpStatusCode: number };
        };
        expect($metadata.httpStatusCode).toBe(operation.status);
        expect(withoutToken(mock.call(0).input)).toEqual(withoutToken(plain(input) as object));
        expect(received).toEqual(plain(output));
      }),
      { numRuns: 25 },
    );
  });

  it("brings back every error", async () => {
    const [input] = fc.sample(valuesOf(operation.input), 1);
    for (const schema of operation.errors) {
      const members = fc.sample(valuesOf(schema), 3);
      for (const each of members) {
        const Class = classOf(schema.name);
        if (!Class) throw new Error(`There is no ${schema.name}.`);
        mock
          .reset()
          .on(command)
          .rejects(new Class({ ...each, $metadata: {} }));
        const error = await failure(client.send(new command(input ?? {})));
        expect(error).toBeInstanceOf(Class);
        expect(error.$metadata.httpStatusCode).toBe(schema.status);
        const { message, ...others } = each as { message?: string };
        expect(error).toMatchObject(others);
        if (message) expect(error.message).toBe(message);
      }
    }
  });
});
