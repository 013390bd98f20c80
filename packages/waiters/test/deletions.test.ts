// Deletions as the live service was seen to answer while they run and when they are over.
import { WickrClient } from "@wickr-admin/client";
import { describe, expect, it } from "vitest";
import {
  waitForBotDeleted,
  waitForNetworkDeleted,
  waitForSecurityGroupDeleted,
  waitForUserDeleted,
  waitUntilNetworkDeleted,
} from "../src/index.js";

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
}

const networkId = "84620173";
const of = (body: object): Answer => ({ status: 200, body: JSON.stringify(body) });
const there = of({ networkId, networkName: "Harbor", accessLevel: "PREMIUM" });
const forbidden: Answer = { status: 403, type: "ForbiddenError", body: '{"message":"no"}' };
const notFound: Answer = { status: 404, type: "ResourceNotFoundError", body: "{}" };
const untyped404: Answer = { status: 404, body: '{"message":"Bot not found"}' };
const html401: Answer = { status: 401, body: "<html>who are you?</html>" };
const list = (...ids: string[]) => of({ networks: ids.map((id) => ({ networkId: id })) });

/** A client whose calls are answered in turn, those of `ListNetworks` by themselves; the last answer stays. */
const service = (answers: Answer[], lists: Answer[] = []) => {
  const asked: string[] = [];
  const client = new WickrClient({
    region: "us-east-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
    requestHandler: {
      handle: async ({ path, query }) => {
        asked.push(path + (query?.["nextToken"] ? `?${String(query["nextToken"])}` : ""));
        const queue = path === "/networks" ? lists : answers;
        const { status, type, body = "" } = queue.length > 1 ? queue.shift()! : queue[0]!;
        const headers: Record<string, string> = type ? { "x-amzn-errortype": type } : {};
        return { response: { statusCode: status, headers, body } };
      },
    },
  });
  return { asked, params: { client, maxWaitTime: 5, minDelay: 0.001, maxDelay: 0.002 } };
};

describe("NetworkDeleted", () => {
  const wait = async (answers: Answer[], lists?: Answer[]) => {
    const { asked, params } = service(answers, lists);
    return { ...(await waitForNetworkDeleted(params, { networkId })), asked };
  };

  it.each([
    ["typed", notFound],
    ["untyped", untyped404],
  ])("succeeds on a 404, %s", async (_, answer) => {
    const { state, asked } = await wait([there, answer]);
    expect(state).toBe("SUCCESS");
    expect(asked).toEqual([`/networks/${networkId}`, `/networks/${networkId}`]);
  });

  it.each([
    ["typed", forbidden],
    ["untyped", { status: 403, body: "{}" }],
  ])("succeeds on a 403 where the list does not hold the network, %s", async (_, answer) => {
    const { state, reason } = await wait([answer], [list("1", "2")]);
    expect(state).toBe("SUCCESS");
    expect(reason).toMatchObject({ name: "ForbiddenError" });
  });

  it.each<[string, Answer[]]>([
    ["the list holds the network", [list("1", networkId)]],
    ["the list holds it on a later page", [of({ networks: [], nextToken: "2" }), list(networkId)]],
    ["the list cannot be read", [forbidden]],
    ["credentials are bad", [html401]],
  ])("fails at once on a 403 where %s", async (_, lists) => {
    const { state, reason, asked } = await wait([forbidden], lists);
    expect(state).toBe("FAILURE");
    expect(reason).toMatchObject({ name: "ForbiddenError", message: "no" });
    expect(asked.filter((path) => path !== "/networks" && !path.includes("?"))).toHaveLength(1);
  });

  it("asks again where the list may be read later", async () => {
    const busy: Answer = { status: 429, type: "RateLimitError", body: "{}" };
    const { state, asked } = await wait([forbidden], [busy, list()]);
    expect(state).toBe("SUCCESS");
    expect(asked).toHaveLength(4);
  });

  it("throws what keeps it from knowing", async () => {
    const { params } = service([forbidden], [forbidden]);
    await expect(waitUntilNetworkDeleted(params, { networkId })).rejects.toMatchObject({
      name: "Error",
      message: expect.stringContaining("ForbiddenError: no") as string,
      cause: { name: "ForbiddenError" },
    });
  });
});

describe.each([
  ["BotDeleted", waitForBotDeleted, { networkId, botId: "1" }],
  ["SecurityGroupDeleted", waitForSecurityGroupDeleted, { networkId, groupId: "1" }],
  ["UserDeleted", waitForUserDeleted, { networkId, userId: "1" }],
] as const)("%s", (_name, waitFor, input) => {
  const wait = async (answers: Answer[], lists?: Answer[]) => {
    const { params } = service(answers, lists);
    return waitFor(params, input as never);
  };

  it("succeeds on an untyped 404", async () => {
    expect((await wait([untyped404])).state).toBe("SUCCESS");
  });

  it.each([
    ["403, while it is deleted", forbidden],
    ["401 that is no JSON, once it is gone", html401],
  ])("succeeds with a network that the list does not hold: %s", async (_, answer) => {
    expect((await wait([answer], [list("1")])).state).toBe("SUCCESS");
  });

  it.each<[string, Answer, Answer[]]>([
    ["a permission is missing", forbidden, [list(networkId)]],
    ["credentials are bad", html401, [html401]],
  ])("fails at once where %s", async (_, answer, lists) => {
    const { state, reason } = await wait([answer], lists);
    expect(state).toBe("FAILURE");
    expect(reason).toHaveProperty(
      "name",
      answer === html401 ? "UnauthorizedError" : "ForbiddenError",
    );
  });
});
