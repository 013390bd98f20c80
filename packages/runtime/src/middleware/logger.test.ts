import { inspect } from "node:util";
import { expect, it, vi } from "vitest";
import { answering, credentials, FeedCommand, zooClient } from "../testing/service.js";

const recorder = () => {
  const lines: unknown[] = [];
  const note = (line: unknown) => void lines.push(line);
  return { lines, trace: note, debug: note, info: note, warn: note, error: note };
};
const cat = () => new FeedCommand({ animal: "cat", secret: "s3cret" });

it("tells of a call, sensitive members blanked out", async () => {
  const logger = recorder();
  const requestHandler = answering({ body: '{"fed":"fish","token":"t0ken"}' });
  const output = await zooClient({ requestHandler, logger }).send(cat());
  expect(logger.lines).toEqual([
    {
      clientName: "ZooClient",
      commandName: "FeedCommand",
      input: { animal: "cat", secret: "***SensitiveInformation***" },
      output: { fed: "fish", token: "***SensitiveInformation***" },
      metadata: output.$metadata,
    },
  ]);
  expect(output.token).toBe("t0ken");
});

it("tells of an error", async () => {
  const logger = recorder();
  const requestHandler = answering({ statusCode: 400, body: '{"code":"TooManyError"}' });
  const error = await zooClient({ requestHandler, logger })
    .send(cat())
    .catch((thrown) => thrown);
  expect(logger.lines).toEqual([
    expect.objectContaining({
      commandName: "FeedCommand",
      input: { animal: "cat", secret: "***SensitiveInformation***" },
      error,
      metadata: error.$metadata,
    }),
  ]);
});

it("tells a logger that is put in later", async () => {
  const client = zooClient({ requestHandler: answering({ body: "{}" }) });
  await client.send(cat());
  const logger = recorder();
  client.config.logger = logger;
  await client.send(cat());
  expect(logger.lines).toHaveLength(1);
});

it("lets no secret out, whatever happens", async () => {
  const logger = recorder();
  const texts: string[] = [];
  for (const answer of [{ body: "{}" }, { statusCode: 403, body: "{}" }, { body: "{oops" }]) {
    const client = zooClient({
      requestHandler: answering(answer),
      logger,
      token: { token: "t0k" },
    });
    const result = await client.send(cat()).catch((thrown: unknown) => thrown);
    texts.push(inspect([result, client, logger.lines], { depth: 10 }), JSON.stringify(client));
  }
  expect(texts.join()).not.toContain(credentials.secretAccessKey);
  expect(texts.join()).not.toContain("t0k");
});

it("costs nothing without a logger", async () => {
  const command = cat();
  const redactInput = vi.spyOn(
    command.operation as unknown as { redactInput(): unknown },
    "redactInput",
  );
  await zooClient({ requestHandler: answering({ body: "{}" }) }).send(command);
  expect(redactInput).not.toHaveBeenCalled();
  redactInput.mockRestore();
});
