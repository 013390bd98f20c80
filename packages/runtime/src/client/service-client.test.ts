import type { InitializeMiddleware, MetadataBearer } from "@smithy/types";
import { describe, expect, it, vi } from "vitest";
import { answering, FeedCommand, type FeedOutput, zooClient } from "../testing/service.js";

const passThrough: InitializeMiddleware<object, MetadataBearer> = (next) => next;
const cat = () => new FeedCommand({ animal: "cat" });

describe("sending", () => {
  it("gives the output, with metadata", async () => {
    const requestHandler = answering({
      headers: { "x-amzn-requestid": "r1" },
      body: '{"fed":"fish"}',
    });
    const output = await zooClient({ requestHandler }).send(cat());
    expect(output).toEqual({
      fed: "fish",
      $metadata: expect.objectContaining({ httpStatusCode: 200, requestId: "r1", attempts: 1 }),
    });
  });

  it("rejects, and does not throw, where the input cannot be sent", async () => {
    const requestHandler = answering();
    const sent = zooClient({ requestHandler }).send(new FeedCommand({}));
    await expect(sent).rejects.toThrow("No value provided for input HTTP label: animal.");
    expect(requestHandler.requests).toEqual([]);
  });

  it("calls back where a callback is given", async () => {
    const client = zooClient({ requestHandler: answering({ body: '{"fed":"fish"}' }) });
    const output = await new Promise<FeedOutput | undefined>((resolve) =>
      client.send(cat(), (_error: unknown, result?: FeedOutput) => resolve(result)),
    );
    expect(output?.fed).toBe("fish");
  });

  it("takes a request handler that was put in later", async () => {
    const client = zooClient({ requestHandler: answering() });
    await client.send(cat());
    client.config.requestHandler = answering({ body: '{"fed":"milk"}' });
    expect(await client.send(cat())).toMatchObject({ fed: "milk" });
  });

  it("passes options on to the handler", async () => {
    const requestHandler = answering();
    const handle = vi.spyOn(requestHandler, "handle");
    await zooClient({ requestHandler }).send(cat(), { requestTimeout: 7 });
    expect(handle).toHaveBeenCalledWith(expect.anything(), { requestTimeout: 7 });
  });

  it("works through a proxy", async () => {
    const client = new Proxy(zooClient({ requestHandler: answering({ body: "{}" }) }), {});
    await expect(client.send(cat())).resolves.toBeDefined();
  });

  it("sends commands that only look like ours", async () => {
    const own = cat();
    const foreign = {
      input: own.input,
      middlewareStack: own.middlewareStack,
      resolveMiddleware: own.resolveMiddleware.bind(own),
    };
    const client = zooClient({ requestHandler: answering({ body: '{"fed":"fish"}' }) });
    expect(await client.send(foreign)).toMatchObject({ fed: "fish" });
  });

  it("goes on after `destroy`", async () => {
    const client = zooClient({ requestHandler: answering({ body: "{}" }) });
    await client.send(cat());
    client.destroy();
    await expect(client.send(cat())).resolves.toBeDefined();
  });
});

describe("middleware of users", () => {
  /** Counts in the call's context, as middleware of users may. */
  const counting =
    (seen: unknown[]): InitializeMiddleware<object, FeedOutput> =>
    (next, context) =>
    async (args) => {
      context["count"] = Number(context["count"] ?? 0) + 1;
      await Promise.resolve();
      seen.push(context["count"]);
      return next(args);
    };

  it("is given a context of its own for each call", async () => {
    const client = zooClient({ requestHandler: answering({ body: "{}" }) });
    const seen: unknown[] = [];
    client.middlewareStack.add(counting(seen) as never);
    await Promise.all([client.send(cat()), client.send(cat()), client.send(cat())]);
    expect(seen).toEqual([1, 1, 1]);
  });

  it("takes part from the moment it is added", async () => {
    const client = zooClient({ requestHandler: answering({ body: "{}" }) });
    await client.send(cat());
    const seen: unknown[] = [];
    client.middlewareStack.add(counting(seen) as never);
    await client.send(cat());
    expect(seen).toEqual([1]);
  });

  it("takes part for the command that it was added to", async () => {
    const client = zooClient({ requestHandler: answering({ body: "{}" }) });
    const seen: unknown[] = [];
    const command = cat();
    command.middlewareStack.add(counting(seen) as never);
    await client.send(command);
    await client.send(cat());
    expect(seen).toEqual([1]);
  });

  it("finds its place by the names of the AWS SDK", async () => {
    const requestHandler = answering({ body: "{}" });
    const client = zooClient({ requestHandler });
    for (const toMiddleware of [
      "loggerMiddleware",
      "serializerMiddleware",
      "contentLengthMiddleware",
      "hostHeaderMiddleware",
      "getUserAgentMiddleware",
      "retryMiddleware",
      "httpSigningMiddleware",
      "awsAuthMiddleware",
      "deserializerMiddleware",
    ]) {
      client.middlewareStack.addRelativeTo(passThrough, {
        name: `after ${toMiddleware}`,
        relation: "after",
        toMiddleware,
      });
    }
    await client.send(cat());
    expect(requestHandler.requests).toHaveLength(1);
  });

  it("can take ours away", async () => {
    const requestHandler = answering({ body: "{}" });
    const client = zooClient({ requestHandler });
    await client.send(cat());
    client.middlewareStack.remove("getUserAgentMiddleware");
    await client.send(cat());
    expect(requestHandler.requests.map(({ headers }) => "user-agent" in headers)).toEqual([
      true,
      false,
    ]);
  });

  it("sees operation, client and signal in the context", async () => {
    const client = zooClient({ requestHandler: answering({ body: "{}" }) });
    let seen: object = {};
    client.middlewareStack.add((next, context) => {
      seen = { ...context };
      return next;
    });
    const { signal } = new AbortController();
    const command = cat();
    await client.send(command, { abortSignal: signal });
    expect(seen).toMatchObject({
      clientName: "ZooClient",
      commandName: "FeedCommand",
      __smithy_context: {
        service: "Zoo",
        operation: "Feed",
        commandInstance: command,
        abortSignal: signal,
      },
    });
  });

  it("takes part when the whole stack is replaced", async () => {
    const requestHandler = answering({ body: "{}" });
    const client = zooClient({ requestHandler });
    await client.send(cat());
    const stack = client.middlewareStack.clone();
    stack.remove("getUserAgentMiddleware");
    client.middlewareStack = stack;
    await client.send(cat());
    expect("user-agent" in requestHandler.requests[1]!.headers).toBe(false);
  });
});

describe("retry strategies of the first kind", () => {
  it("find nothing of earlier calls in the context", async () => {
    const userAgents: unknown[] = [];
    const client = zooClient({
      requestHandler: answering({ body: "{}" }),
      retryStrategy: { mode: "mine", retry: (next, args) => next(args) },
    });
    client.middlewareStack.add((next, context) => (args) => {
      userAgents.push(context.userAgent);
      return next(args);
    });
    await client.send(cat());
    await client.send(cat());
    expect(userAgents).toEqual([undefined, undefined]);
  });
});
