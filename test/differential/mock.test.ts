import { WickrClient, type ValidationError } from "@wickr-admin/client";
import { nameOf, structureOf, type OperationShape } from "@wickr-admin/codegen";
import { createWickrMock } from "@wickr-admin/mock";
import fc from "fast-check";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { classOf, commandOf, OFFLINE_CONFIG } from "@wickr-admin/test-support/client-module";
import { wickrClientModule as module } from "@wickr-admin/test-support/wickr-client";
import { wickrModel, wickrOperations } from "@wickr-admin/test-support/wickr-model";
import { validStructure } from "./arbitraries/valid.js";
import { settings } from "@wickr-admin/test-support/random-runs";

const mock = createWickrMock();
const server = setupServer(...mock.handlers);
const client = new WickrClient(OFFLINE_CONFIG);

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => {
  mock.reset();
});
afterAll(() => {
  client.destroy();
  server.close();
});

type AnyCommand = Parameters<typeof mock.on>[0];
const commandClass = (operation: OperationShape) =>
  classOf<AnyCommand>(module, `${nameOf(operation.id)}Command`);

const send = async (operation: OperationShape, input: object) => {
  const command = commandOf(module, nameOf(operation.id), input);
  const { $metadata: _, ...output } = await client.send(command);
  return output;
};

const named = wickrOperations.map((operation) => [nameOf(operation.id), operation] as const);

describe("input and output come through the mock as they were given", () => {
  test.each(named)("%s", async (_name, operation) => {
    const { members } = structureOf(wickrModel, operation.input);
    const madeUp = members.has("clientToken") && { clientToken: expect.any(String) as string };
    await fc.assert(
      fc.asyncProperty(
        validStructure(wickrModel, operation.input),
        validStructure(wickrModel, operation.output),
        async (input, output) => {
          mock.reset();
          mock.on(commandClass(operation)).resolves(output as never);
          expect(await send(operation, input)).toStrictEqual(output);
          expect(mock.call(-1).input).toStrictEqual({ ...madeUp, ...input });
        },
      ),
      settings as never,
    );
  });
});

describe("the client throws the error that the mock was given", () => {
  const pairs = wickrOperations.flatMap((operation) =>
    operation.errors.map((id) => [nameOf(operation.id), nameOf(id), operation] as const),
  );

  test.each(pairs)("%s, %s", async (_operation, name, operation) => {
    const ErrorClass = classOf<typeof ValidationError>(module, name);
    const given = new ErrorClass({
      message: "Not today",
      $metadata: {},
      ...(name === "ValidationError" && { reasons: [{ field: "f", reason: "r" }] }),
    });
    const once = new WickrClient({ ...OFFLINE_CONFIG, maxAttempts: 1 });
    mock.on(commandClass(operation)).rejects(given as never);
    const [input] = fc.sample(validStructure(wickrModel, operation.input), { numRuns: 1, seed: 1 });
    const error = await once.send(commandOf(module, nameOf(operation.id), input!)).then(
      () => expect.fail("It is no error."),
      (reason: unknown) => reason as typeof given,
    );
    once.destroy();
    expect(error).toBeInstanceOf(ErrorClass);
    expect(error).toMatchObject({ name, message: "Not today", $fault: given.$fault });
    expect(error.reasons).toEqual(given.reasons);
  });
});
