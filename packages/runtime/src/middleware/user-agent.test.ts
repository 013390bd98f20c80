import { expect, it } from "vitest";
import { answering, FeedCommand, zooClient } from "../testing/service.js";
import type { ClientConfig } from "../config/client-config.js";

const userAgent = async (config: ClientConfig = {}): Promise<string | undefined> => {
  const requestHandler = answering({ body: "{}" });
  const client = zooClient({ requestHandler, ...config });
  await client.send(new FeedCommand({ animal: "cat" }));
  await client.send(new FeedCommand({ animal: "cat" }));
  const [first, second] = requestHandler.requests;
  expect(second!.headers["user-agent"]).toBe(first!.headers["user-agent"]);
  return first!.headers["user-agent"];
};

it("names SDK, platform and service", async () => {
  expect(await userAgent()).toMatch(
    /^wickr-admin-sdk\/\d+\.\d+\.\d+ os\/\w+ lang\/js md\/nodejs#[\d.]+ api\/zoo#1\.2\.3$/,
  );
});

it.each<[ClientConfig, string]>([
  [{ customUserAgent: "mine/1" }, " mine/1"],
  [{ customUserAgent: [["a", "1"], ["md/b", "2"], ["c"]] }, " a/1 md/b#2 c"],
  [{ customUserAgent: "a\r\nx: y" }, " a--x--y"],
  [{ userAgentAppId: "app 1" }, " app/app-1"],
  [{ userAgentAppId: async () => "late" }, " app/late"],
])("adds what the client is given: %j", async (config, end) => {
  expect((await userAgent(config))!.endsWith(end)).toBe(true);
});

it("adds what middleware puts into the context", async () => {
  const requestHandler = answering({ body: "{}" });
  const client = zooClient({ requestHandler });
  client.middlewareStack.add((next, context) => {
    context.userAgent = [...(context.userAgent ?? []), ["ft/paginator", "1"]];
    return next;
  });
  await client.send(new FeedCommand({ animal: "cat" }));
  await client.send(new FeedCommand({ animal: "cat" }));
  for (const { headers } of requestHandler.requests)
    expect(headers["user-agent"]).toMatch(/api\/zoo#1\.2\.3 ft\/paginator#1$/);
});
