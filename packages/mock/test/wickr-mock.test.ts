import {
  BatchCreateUserCommand,
  BatchDeleteUserCommand,
  CreateNetworkCommand,
  DeleteNetworkCommand,
  GetUserCommand,
  GetUsersCountCommand,
  ListDevicesForUserCommand,
  ListUsersCommand,
  RateLimitError,
  ResourceNotFoundError,
  UpdateNetworkSettingsCommand,
  UpdateUserCommand,
  ValidationError,
  WickrServiceException,
} from "@wickr-admin/client";
import { afterEach, describe, expect, it } from "vitest";
import { createWickrMock } from "../src/index.js";
import { operations } from "../src/operations.js";
import { NETWORK, createClient, failure, serve } from "./setup.js";

const mock = createWickrMock();
serve(...mock.handlers);
afterEach(() => {
  mock.reset();
});
const client = createClient();
const user = { userId: "1", username: "ana@example.com" };

describe("createWickrMock", () => {
  it("answers with the model's example where nothing is set", async () => {
    const { users, $metadata } = await client.send(new ListUsersCommand(NETWORK));
    expect(users?.[0]?.username).toMatch(/@example\.com$/);
    expect($metadata.httpStatusCode).toBe(200);
    expect($metadata.requestId).toBe("00000000-0000-4000-8000-000000000001");
  });

  it("answers as it is told", async () => {
    mock.on(ListUsersCommand).resolves({ users: [user] });
    const { users } = await client.send(new ListUsersCommand(NETWORK));
    expect(users).toEqual([user]);
  });

  it("lets the client's retries run", async () => {
    mock
      .on(ListUsersCommand)
      .rejectsOnce(new RateLimitError({ message: "Slow down", $metadata: {} }))
      .resolves({ users: [] });
    const { $metadata } = await client.send(new ListUsersCommand(NETWORK));
    expect($metadata.attempts).toBe(2);
    expect(mock.calls(ListUsersCommand).map(({ attempt }) => attempt)).toEqual([1, 2]);
    expect(mock.call(0).response?.status).toBe(429);
    expect(mock.call(-1).response?.status).toBe(200);
  });

  it("answers with the client's errors", async () => {
    mock
      .on(GetUserCommand)
      .rejects(new ResourceNotFoundError({ message: "No such user", $metadata: {} }));
    const error = await failure(client.send(new GetUserCommand({ ...NETWORK, userId: "7" })));
    expect(error).toBeInstanceOf(ResourceNotFoundError);
    expect(error.message).toBe("No such user");
    expect(error.$metadata.httpStatusCode).toBe(404);
    expect(mock.call(0).error).toBeInstanceOf(ResourceNotFoundError);
  });

  it("takes errors as names and members, with the model's defaults", async () => {
    mock.on(ListUsersCommand).rejects({ name: "RateLimitError" });
    const error = await failure(
      createClient({ maxAttempts: 1 }).send(new ListUsersCommand(NETWORK)),
    );
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error.message).toBe("Too many requests sent");
  });

  it("answers with an internal failure for what is no error of the service", async () => {
    mock.on(ListUsersCommand).rejects("Out of order");
    const error = await failure(
      createClient({ maxAttempts: 1 }).send(new ListUsersCommand(NETWORK)),
    );
    expect(error).toBeInstanceOf(WickrServiceException);
    expect(error).toMatchObject({
      name: "InternalFailure",
      message: "Out of order",
      $fault: "server",
    });
    expect(error.$metadata.httpStatusCode).toBe(500);
  });

  it("breaks the connection for system errors, which the client retries", async () => {
    mock
      .on(GetUsersCountCommand)
      .rejectsOnce(Object.assign(new Error("socket hang up"), { code: "ECONNRESET" }))
      .resolves({ total: 3 });
    const { total, $metadata } = await client.send(new GetUsersCountCommand(NETWORK));
    expect(total).toBe(3);
    expect($metadata.attempts).toBe(2);
  });

  it("prefers what was set later, and what has a matching input", async () => {
    mock.on(GetUserCommand).resolves({ userId: "any" });
    mock.on(GetUserCommand, { userId: "2" }).resolves({ userId: "two" });
    const get = async (userId: string) =>
      (await client.send(new GetUserCommand({ ...NETWORK, userId }))).userId;
    expect(await get("1")).toBe("any");
    expect(await get("2")).toBe("two");
    mock.on(GetUserCommand).resolvesOnce({ userId: "once" });
    expect(await get("2")).toBe("once");
    expect(await get("2")).toBe("two");
  });

  it("matches inputs deeply, and strictly on demand", async () => {
    const input = { ...NETWORK, users: [{ username: "a@example.com", securityGroupIds: ["g"] }] };
    mock
      .on(BatchCreateUserCommand, { users: [{ username: "a@example.com" }] })
      .resolves({ message: "matched" })
      .on(ListUsersCommand, NETWORK, true)
      .resolves({ users: [] });
    expect(await client.send(new BatchCreateUserCommand(input))).toMatchObject({
      message: "matched",
    });
    expect((await client.send(new ListUsersCommand(NETWORK))).users).toEqual([]);
    const more = await client.send(new ListUsersCommand({ ...NETWORK, maxResults: 5 }));
    expect(more.users).not.toEqual([]);
  });

  it("uses up one-time answers in order, then the permanent one", async () => {
    mock
      .on(GetUsersCountCommand)
      .resolvesOnce({ total: 1 })
      .callsFakeOnce(() => ({ total: 2 }))
      .resolves({ total: 3 });
    const totals = [];
    for (let n = 0; n < 4; n++)
      totals.push((await client.send(new GetUsersCountCommand(NETWORK))).total);
    expect(totals).toEqual([1, 2, 3, 3]);
  });

  it("hands decoded inputs to fakes", async () => {
    mock.on(GetUserCommand).callsFake(({ userId, startTime }, { attempt, operation, request }) => ({
      userId,
      firstName: `${operation} ${attempt} ${request.method} ${startTime?.toISOString()}`,
    }));
    const output = await client.send(
      new GetUserCommand({ ...NETWORK, userId: "7", startTime: new Date("2025-06-02T00:00:00Z") }),
    );
    expect(output.firstName).toBe("GetUser 1 GET 2025-06-02T00:00:00.000Z");
  });

  it("records calls with input, request and answer", async () => {
    mock.onAnyCommand().callsFake(() => ({}));
    await client.send(
      new UpdateUserCommand({ ...NETWORK, userId: "7", userDetails: { firstName: "Ana" } }),
    );
    await client.send(new ListUsersCommand({ ...NETWORK, maxResults: 3 }));
    expect(mock.calls()).toHaveLength(2);
    expect(mock.calls(ListUsersCommand)[0]?.input).toEqual({ ...NETWORK, maxResults: 3 });
    expect(mock.call(0).args[0].input).toMatchObject({ userDetails: { firstName: "Ana" } });
    expect(mock.call(0).request.headers.get("authorization")).toMatch(/^AWS4-HMAC-SHA256 /);
    expect(await mock.call(0).request.json()).toMatchObject({ userDetails: { firstName: "Ana" } });
    expect(mock.commandCalls(ListUsersCommand, { maxResults: 3 })).toHaveLength(1);
    expect(mock.commandCalls(ListUsersCommand, { maxResults: 4 })).toHaveLength(0);
    expect(mock.commandCalls(ListUsersCommand, { maxResults: 3 }, true)).toHaveLength(0);
    expect(() => mock.call(2)).toThrow("There is no call 2: 2 were made.");
  });

  it("refuses what the model does not allow, with a reason for each constraint", async () => {
    const error = await failure<ValidationError>(
      client.send(
        new UpdateNetworkSettingsCommand({
          ...NETWORK,
          settings: {
            readReceiptConfig: { status: "SOMETIMES" as never },
            consentPopup: { enabled: true, closeButtonLabel: "More than twenty characters" },
          },
        }),
      ),
    );
    expect(error).toBeInstanceOf(ValidationError);
    expect(error.$metadata.httpStatusCode).toBe(422);
    expect(error.reasons).toEqual([
      {
        field: "settings.readReceiptConfig.status",
        reason: "Member must satisfy enum value set: [DISABLED, ENABLED, FORCE_ENABLED]",
      },
      {
        field: "settings.consentPopup.closeButtonLabel",
        reason: "Member must have length between 0 and 20, inclusive",
      },
    ]);
    expect(mock.calls(UpdateNetworkSettingsCommand)[0]?.error).toBeDefined();
  });

  it("takes what only prose forbids", async () => {
    const calls = [
      new ListDevicesForUserCommand({ ...NETWORK, userId: "1", sortFields: "appId" }),
      new ListUsersCommand({ ...NETWORK, sortFields: "age", maxResults: 1000 }),
      new CreateNetworkCommand({
        networkName: "A name of more than twenty characters",
        accessLevel: "STANDARD",
      }),
      new BatchDeleteUserCommand({ ...NETWORK, userIds: [] }),
    ];
    for (const call of calls)
      expect((await client.send(call as ListUsersCommand)).$metadata.httpStatusCode).toBe(200);
  });

  it("names nested members with dots", async () => {
    const error = await failure<ValidationError>(
      client.send(
        new BatchCreateUserCommand({
          ...NETWORK,
          users: [{ username: "a@example.com", securityGroupIds: ["not an id"] }],
        }),
      ),
    );
    expect(error.reasons?.map(({ field }) => field)).toContain("users.0.securityGroupIds.0");
  });

  it("forgets calls, behaviours, or both", async () => {
    mock.on(ListUsersCommand).resolves({ users: [user] });
    const list = async () => (await client.send(new ListUsersCommand(NETWORK))).users?.length;
    expect(await list()).toBe(1);
    mock.resetHistory();
    expect(mock.calls()).toEqual([]);
    expect(await list()).toBe(1);
    mock.resetBehavior();
    expect(await list()).toBeGreaterThan(1);
    expect(mock.calls()).toHaveLength(2);
    mock.restore();
    expect(mock.calls()).toEqual([]);
  });

  it("refuses commands of other services", () => {
    const OtherCommand = { operationName: "Other" } as const;
    // @ts-expect-error -- not an operation of this service
    expect(() => mock.on(OtherCommand)).toThrow("Other is not an operation of this mock.");
  });

  it("checks the types of outputs", () => {
    // @ts-expect-error -- users are structures
    mock.on(ListUsersCommand).resolves({ users: ["ana"] });
    // @ts-expect-error -- there is no such member
    mock.on(ListUsersCommand, { network: "1" });
    expect(mock.calls()).toEqual([]);
  });

  it("leaves unmodeled paths to others unless it has an endpoint of its own", async () => {
    const own = createWickrMock({ endpoint: "http://wickr.test/api" });
    const fetchOwn = (path: string) => own.fetch(new Request(`http://wickr.test/api${path}`));
    expect((await fetchOwn("/networks")).status).toBe(200);
    const unknown = await fetchOwn("/other");
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get("x-amzn-errortype")).toBe("UnknownOperationException");
  });

  it("can leave constraints unchecked and answers late on demand", async () => {
    const lax = createWickrMock({ validate: false, delay: 30 });
    const before = performance.now();
    const response = await lax.fetch(new Request("http://any.test/networks/1/users"));
    expect(response.status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(25);
  });

  it("answers every operation with an example", async () => {
    for (const operation of Object.values(operations))
      expect(operation.example, operation.name).toBeDefined();
    expect((await client.send(new DeleteNetworkCommand(NETWORK))).$metadata.httpStatusCode).toBe(
      200,
    );
  });
});
