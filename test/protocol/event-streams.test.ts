import { Readable } from "node:stream";
import { operationOf } from "@wickr-admin/codegen";
import { createService } from "@wickr-admin/test-support/runtime";
import type { HttpRequest } from "@smithy/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { settings } from "@wickr-admin/test-support/random-runs";
import { bytesOf, withoutStreams, withStreams } from "@wickr-admin/test-support/event-streams";
import { classOf, commandOf, OFFLINE_CONFIG } from "@wickr-admin/test-support/client-module";
import { EVERYTHING } from "@wickr-admin/test-support/everything-model";
import { anyStructure } from "@wickr-admin/test-support/any-value";
import { generatedServices } from "@wickr-admin/test-support/generated-packages";
import { plain } from "@wickr-admin/test-support/plain";

const [generated] = await generatedServices([EVERYTHING]);
const { model, client: module, operations } = generated!;
const { input: inputShape, output: outputShape } = operationOf(
  model,
  "example.everything#ExchangeEvents",
);

/** A client whose requests are answered by what the mock package has, event by event. */
const clientOf = (answer: (input: { events: AsyncIterable<object> }) => object) => {
  const service = createService<undefined>(Object.values(operations), ({ input }) =>
    answer(input as never),
  );
  const requestHandler = {
    metadata: { handlerProtocol: "h2" },
    async handle(request: HttpRequest) {
      const { method, path: url, headers } = request;
      const body = await bytesOf(request.body);
      const response = await service.answer({ method, url, headers, body }, undefined);
      return {
        response: {
          statusCode: response.status,
          headers: { ...response.headers },
          body:
            response.body instanceof ReadableStream
              ? Readable.fromWeb(response.body as never)
              : response.body,
        },
      };
    },
  };
  return new module.Client({ ...OFFLINE_CONFIG, requestHandler } as never);
};

const send = async (client: ReturnType<typeof clientOf>, input: object) => {
  const given = withStreams(model, inputShape, input);
  const output = await client.send(commandOf(module, "ExchangeEvents", given));
  return (await withoutStreams(model, outputShape, output)) as { events: object[] };
};

test("events come through client and mock as they were given", async () => {
  const client = clientOf(({ events }) => ({ events }));
  await fc.assert(
    fc.asyncProperty(anyStructure(model, inputShape), async (input) => {
      const { events = [] } = input as { events?: object[] };
      expect(plain((await send(client, input)).events)).toEqual(plain(events));
    }),
    settings as never,
  );
});

test("an error between events is thrown where the loop stands", async () => {
  const EventFailed = classOf<new (options: object) => Error>(module, "EventFailed");
  const client = clientOf(() => ({
    events: (async function* () {
      yield { text: { content: "a" } };
      throw new EventFailed({ message: "no more", reason: "tired", $metadata: {} });
    })(),
  }));
  const output = (await client.send(commandOf(module, "ExchangeEvents", {}))) as {
    events: AsyncIterable<object>;
  };
  const seen: object[] = [];
  const reading = (async () => {
    for await (const event of output.events) seen.push(event);
  })();
  await expect(reading).rejects.toMatchObject({ name: "EventFailed", reason: "tired" });
  await expect(reading).rejects.toBeInstanceOf(EventFailed);
  expect(seen).toEqual([{ text: { content: "a" } }]);
});
