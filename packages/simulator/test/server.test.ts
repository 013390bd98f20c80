import { connect } from "node:net";
import { SignatureV4 } from "@smithy/signature-v4";
import { Wickr } from "@wickr-admin/client";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type RunningServer, type ServerOptions, startServer } from "../src/server.js";
import { Sha256 } from "../src/signatures/sha256.js";
import { send } from "./http.js";
import { CREDENTIALS, refusal } from "./testing.js";

const servers: RunningServer[] = [];
const start = async (options: ServerOptions = {}): Promise<RunningServer> => {
  const server = await startServer({ networks: 1, seed: 1, ...options });
  servers.push(server);
  return server;
};
const clientOf = (
  { url }: RunningServer,
  secretAccessKey = CREDENTIALS.secretAccessKey,
  accessKeyId = CREDENTIALS.accessKeyId,
): Wickr =>
  new Wickr({
    region: "us-east-1",
    endpoint: url,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe("Plain HTTP", () => {
  const people = [
    { username: "a+b@example.com", firstName: "Mary Ann", lastName: "O'Neil" },
    { username: "c d", firstName: "Zoë", lastName: "Adams" },
  ];

  it.each([
    ["username=a%2Bb%40example.com", 1],
    ["username=c%20d", 1],
    ["username=c+d", 1],
    ["firstName=Mary+Ann", 1],
    ["firstName=Mary%20Ann", 1],
    ["firstName=Zo%C3%AB", 1],
    ["lastName=O'Neil", 1],
    ["sortFields=lastName%2BfirstName", 2],
    ["sortFields=lastName+firstName", 2],
    ["sortFields=lastName%20firstName", 2],
  ])("understands ?%s", async (query, count) => {
    const { url, simulator } = await start({ users: people });
    const { status, json } = await send(
      url,
      "GET",
      `/networks/${simulator.network().networkId}/users?${query}`,
    );
    expect(status).toBe(200);
    expect(json["users"]).toHaveLength(count);
  });

  it("minds neither the case of headers nor the chunks of a body", async () => {
    const { url, simulator } = await start();
    const { networkId, defaultGroup } = simulator.network();
    const body = JSON.stringify({
      users: [{ username: "zoë", securityGroupIds: [defaultGroup.id] }],
    });
    const headers = {
      "CONTENT-TYPE": "application/json",
      "X-CLIENT-TOKEN": "abc",
      ACCEPT: "*/*",
      "X-Unknown": "1",
    };
    const path = `/networks/${networkId}/users`;
    const first = await send(url, "POST", path, { headers, chunks: [...body] });
    expect(first.json["message"]).toBe("All users were created");
    const retry = await send(url, "POST", path, {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "x-client-token": "abc",
        "content-length": Buffer.byteLength(body),
      },
      chunks: [body],
    });
    expect(retry.json).toEqual(first.json);
    expect(simulator.network().users.size).toBe(1);
  });

  it.each([
    {},
    { "content-length": 0 },
    { "transfer-encoding": "chunked" },
    { "content-type": "application/json", "content-length": 0 },
    { "content-type": "application/x-www-form-urlencoded" },
  ])("takes a POST with no body and %o", async (headers) => {
    const { url, simulator } = await start();
    const { networkId } = simulator.network();
    const { status, json } = await send(url, "POST", `/networks/${networkId}/data-retention-bots`, {
      headers,
    });
    expect({ status, json }).toEqual({
      status: 200,
      json: { message: "Data retention bot provisioned successfully" },
    });
  });

  it.each([
    ["GET", "/networks/12345678/users/count", 404, "ResourceNotFoundError"],
    ["GET", "/networks/123/users/count", 422, "ValidationError"],
    ["GET", "/nothing", 404, "UnknownOperationException"],
    ["PUT", "/networks", 404, "UnknownOperationException"],
    ["POST", "/networks", 422, "ValidationError"],
  ])("answers %s %s with %i", async (method, path, status, name) => {
    const { url } = await start();
    const answer = await send(url, method, path, {
      headers: { "content-type": "application/json" },
      chunks: method === "POST" ? ["{}"] : [],
    });
    expect(answer).toMatchObject({
      status,
      headers: { "x-amzn-errortype": name, "content-type": "application/json" },
    });
  });

  it.each([
    "/networks/%zz",
    "/networks?maxResults=%zz",
    "/networks/%00",
    "//networks",
    "/networks/",
  ])("does not stumble over %s", async (path) => {
    const { url } = await start();
    const { status, headers } = await send(url, "GET", path);
    expect([200, 400, 404, 422]).toContain(status);
    expect(headers["content-type"]).toBe("application/json");
  });

  it("does not mind callers that hang up", async () => {
    const { url } = await start();
    const { port } = new URL(url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write("POST /networks HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{");
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await send(url, "GET", "/networks")).status).toBe(200);
  });

  it("answers 400 to a body that is no JSON", async () => {
    const { url } = await start();
    const answer = await send(url, "POST", "/networks", {
      headers: { "content-type": "application/json" },
      chunks: ["{oops"],
    });
    expect(answer).toMatchObject({
      status: 400,
      headers: { "x-amzn-errortype": "SerializationException" },
    });
  });
});

describe("Signatures", () => {
  const credentials = { [CREDENTIALS.accessKeyId]: CREDENTIALS.secretAccessKey };
  const signer = (overrides: object = {}) =>
    new SignatureV4({
      service: "wickr",
      region: "us-east-1",
      credentials: CREDENTIALS,
      sha256: Sha256,
      ...overrides,
    });
  const get = (url: string, query = {}) => ({
    method: "GET",
    protocol: "http:",
    hostname: new URL(url).hostname,
    path: "/networks",
    query,
    headers: { host: new URL(url).host },
  });

  it("lets the client through", async () => {
    const server = await start({ credentials });
    const admin = clientOf(server);
    const { networkId = "" } = await admin.createNetwork({
      networkName: "Ünsigned & +",
      accessLevel: "STANDARD",
    });
    const groupId = server.simulator.network(networkId).defaultGroup.id;
    await admin.batchCreateUser({
      networkId,
      users: [{ username: "a b+c@é", securityGroupIds: [groupId] }],
    });
    expect(
      (await admin.listUsers({ networkId, username: "a b+c@é", sortFields: "lastName+firstName" }))
        .users,
    ).toHaveLength(1);
  });

  it("does not mind the order of headers, nor of parameters, nor headers that are not signed", async () => {
    const { url } = await start({ credentials });
    const request = get(url, { sortFields: "networkName", maxResults: "5" });
    const { headers } = await signer().sign(request);
    const reversed = Object.fromEntries(
      Object.entries({ ...headers, "user-agent": "other", "x-more": "1" })
        .reverse()
        .map(([name, value]) => [name.toUpperCase(), value]),
    );
    for (const path of [
      "/networks?sortFields=networkName&maxResults=5",
      "/networks?maxResults=5&sortFields=networkName",
    ])
      expect((await send(url, "GET", path, { headers: reversed })).status).toBe(200);
  });

  it("takes requests without a hash of the body in a header", async () => {
    const { url } = await start({ credentials });
    const { headers } = await signer({ applyChecksum: false }).sign(get(url));
    expect(headers).not.toHaveProperty("x-amz-content-sha256");
    expect((await send(url, "GET", "/networks", { headers })).status).toBe(200);
  });

  it("answers 401 to whom it does not know", async () => {
    const server = await start({ credentials });
    expect(await send(server.url, "GET", "/networks")).toMatchObject({
      status: 401,
      json: { message: "Missing Authentication Token" },
    });
    const error = await refusal(clientOf(server, "any", "AKIDOTHER").listNetworks({}));
    expect(error).toMatchObject({
      name: "UnauthorizedError",
      message: "The security token included in the request is invalid",
      $metadata: { httpStatusCode: 401 },
    });
    expect((await refusal(clientOf(server, "any", "constructor").listNetworks({}))).name).toBe(
      "UnauthorizedError",
    );
  });

  it("answers 403 where the signature does not hold", async () => {
    const server = await start({ credentials });
    const { url } = server;
    const error = await refusal(
      clientOf(server, "wrong-secret").createNetwork({ networkName: "x", accessLevel: "STANDARD" }),
    );
    expect(error).toMatchObject({
      name: "InvalidSignatureException",
      $metadata: { httpStatusCode: 403 },
    });
    expect(server.simulator.networks).toHaveLength(1);
    const signed = await signer().sign(get(url));
    const status = async (path: string, headers: object) =>
      (await send(url, "GET", path, { headers: { ...signed.headers, ...headers } })).status;
    expect(await status("/networks", {})).toBe(200);
    expect(await status("/networks?maxResults=1", {})).toBe(403);
    expect(await status("/networks", { "x-amz-date": "20200101T000000Z" })).toBe(403);
    expect(await status("/networks", { authorization: "AWS4-HMAC-SHA256 nonsense" })).toBe(403);
    expect(await status("/networks", { "x-amz-content-sha256": "0".repeat(64) })).toBe(403);
    const old = await signer().sign(get(url), { signingDate: new Date(Date.now() - 3_600_000) });
    const expired = await send(url, "GET", "/networks", { headers: old.headers });
    expect(expired).toMatchObject({
      status: 403,
      json: { message: expect.stringContaining("Signature expired") },
    });
    for (const overrides of [{ region: "eu-west-2" }, { service: "s3" }]) {
      const other = await signer(overrides).sign(get(url));
      expect((await send(url, "GET", "/networks", { headers: other.headers })).status).toBe(403);
    }
  });

  it("notices another body under the same signature", async () => {
    const { url } = await start({ credentials });
    const body = JSON.stringify({ networkName: "Mine", accessLevel: "STANDARD" });
    const { headers } = await signer().sign({
      ...get(url),
      method: "POST",
      body,
      headers: { host: new URL(url).host, "content-type": "application/json" },
    });
    expect(
      (await send(url, "POST", "/networks", { headers, chunks: [body.replace("Mine", "Evil")] }))
        .status,
    ).toBe(403);
    expect((await send(url, "POST", "/networks", { headers, chunks: [body] })).status).toBe(200);
  });
});

describe("The server", () => {
  it("listens on this computer only, on a port that was free", async () => {
    expect((await start()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it("answers what was asked before it stops", async () => {
    const server = await startServer({ networks: 1, faults: [{ latency: 100 }] });
    const pending = send(server.url, "GET", "/networks");
    await new Promise((resolve) => setTimeout(resolve, 30));
    await server.close();
    expect((await pending).status).toBe(200);
    await expect(send(server.url, "GET", "/networks")).rejects.toThrow("ECONNREFUSED");
  });

  it("lets pages of the origins that are allowed use it", async () => {
    const { url } = await start({ cors: ["https://demo.example"] });
    const headers = {
      origin: "https://demo.example",
      "access-control-request-method": "GET",
      "access-control-request-headers": "authorization,x-amz-date",
    };
    expect(await send(url, "OPTIONS", "/networks", { headers })).toMatchObject({
      status: 204,
      headers: {
        "access-control-allow-origin": "https://demo.example",
        "access-control-allow-headers": "authorization,x-amz-date",
      },
    });
    const error = await send(url, "GET", "/networks/12345678", {
      headers: { origin: "https://demo.example" },
    });
    expect(error.headers).toMatchObject({
      "access-control-allow-origin": "https://demo.example",
      "access-control-expose-headers": expect.stringContaining("x-amzn-errortype"),
    });
    const other = await send(url, "GET", "/networks", {
      headers: { origin: "https://evil.example" },
    });
    expect(other.headers).not.toHaveProperty("access-control-allow-origin");
    const { url: closed } = await start();
    expect((await send(closed, "GET", "/networks", { headers })).headers).not.toHaveProperty(
      "access-control-allow-origin",
    );
  });

  it("logs requests without secrets and names", async () => {
    const lines: string[] = [];
    const server = await start({ log: (line) => lines.push(line), logLevel: "bodies" });
    const { networkId, defaultGroup } = server.simulator.network();
    const admin = clientOf(server);
    await admin.createBot({
      networkId,
      username: "onebot",
      groupId: defaultGroup.id,
      challenge: "SECRET-1",
    });
    await admin.registerOidcConfig({
      networkId,
      companyId: "UE1-c",
      issuer: "https://a.example",
      scopes: "openid",
      secret: "SECRET-2",
    });
    await admin
      .getOidcInfo({
        networkId,
        code: "SECRET-3",
        clientSecret: "SECRET-2",
        codeVerifier: "SECRET-4",
      })
      .catch(() => {});
    await admin.batchCreateUser({
      networkId,
      users: [
        { username: "ana", firstName: "SECRET-5", securityGroupIds: [], inviteCode: "SECRET-6" },
      ],
    });
    await admin.listUsers({ networkId, firstName: "SECRET-5", status: 1 });
    await send(server.url, "GET", "/networks?password=SECRET-7", {
      headers: { authorization: "SECRET-8" },
    });
    const log = lines.join("\n");
    expect(log).not.toContain("SECRET");
    expect(log).toMatch(
      /200 POST {3}\/networks\/\d+\/bots CreateBot \d+\.\dms\n {2}> {"username":"onebot","groupId":"\w+","challenge":"\*\*\*"}/,
    );
    expect(log).toContain("firstName=***&status=1");
  });

  it("lets people join by themselves, if asked to", async () => {
    const server = await start({ joinAfter: 0.05, users: [{ username: "old", status: 1 }] });
    const { networkId, defaultGroup, users } = server.simulator.network();
    const admin = clientOf(server);
    await admin.batchCreateUser({ networkId, users: [{ username: "mei", securityGroupIds: [] }] });
    await admin.createBot({
      networkId,
      username: "onebot",
      groupId: defaultGroup.id,
      challenge: "a",
    });
    expect(await admin.getUsersCount({ networkId })).toMatchObject({ pending: 2 });
    await vi.waitFor(() => expect(users.get("mei").status).toBe(2));
    await vi.waitFor(async () => expect((await admin.getBotsCount({ networkId })).active).toBe(1));
    expect(users.get("old").status).toBe(1);
  });

  it("lets things happen that no administrator can do", async () => {
    const { url, simulator } = await start({ users: [{ username: "mei", status: 1 }] });
    const { networkId, users } = simulator.network();
    const { userId } = users.get("mei");
    const headers = { "content-type": "application/json" };
    const post = (path: string, json: object, more = headers) =>
      send(url, "POST", `/_simulator/${path}`, { headers: more, chunks: [JSON.stringify(json)] });
    expect(
      (
        await post(
          "transitions/acceptInvitation",
          { networkId, userId },
          { "content-type": "text/plain" },
        )
      ).status,
    ).toBe(415);
    expect((await post("transitions/acceptInvitation", { networkId, userId })).status).toBe(200);
    expect(users.get("mei").status).toBe(2);
    expect(await post("transitions/acceptInvitation", { networkId, userId })).toMatchObject({
      status: 400,
      json: { message: "The user has accepted the invitation already" },
    });
    expect((await post("transitions/toString", {})).status).toBe(404);
    await post("clock", { days: 400 });
    const { appId } = (await post("transitions/signIn", { networkId, userId, type: "Windows" }))
      .json;
    expect(users.get("mei").devices).toMatchObject([{ appId, type: "Windows" }]);
    expect(users.get("mei").devices[0]?.created).toBeGreaterThan(Date.now() + 399 * 86_400_000);
    await post("faults", { error: "InternalServerError", count: 1 });
    expect((await send(url, "GET", "/networks")).status).toBe(500);
    const state = await send(url, "GET", "/_simulator/state");
    await post("reset", {});
    expect(users.get("mei").status).toBe(1);
    await send(url, "PUT", "/_simulator/state", { headers, chunks: [state.text] });
    expect(users.get("mei").status).toBe(2);
    const { url: without } = await start({ control: false });
    expect((await send(without, "GET", "/_simulator/state")).status).toBe(404);
  });
});
