import {
  GetUserCommand,
  ListUsersCommand,
  ResourceNotFoundError,
  Wickr,
  WickrClient,
} from "@wickr-admin/client";
import { paginateListUsers } from "@wickr-admin/paginators";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, test } from "vitest";

const networkId = "84620173";
const stub = mockClient(WickrClient);
const client = new WickrClient({ region: "us-east-1" });
afterEach(() => {
  stub.reset();
});

describe("aws-sdk-client-mock", () => {
  test("resolves what it is told", async () => {
    stub.on(ListUsersCommand).resolves({ users: [{ userId: "20417" }] });
    const { users } = await client.send(new ListUsersCommand({ networkId }));
    expect(users).toEqual([{ userId: "20417" }]);
  });

  test("tells inputs apart", async () => {
    stub.on(GetUserCommand, { userId: "1" }).resolves({ userId: "1" });
    stub.on(GetUserCommand, { userId: "2" }).resolves({ userId: "2" });
    expect(await client.send(new GetUserCommand({ networkId, userId: "2" }))).toEqual({
      userId: "2",
    });
  });

  test("rejects with errors of the client", async () => {
    stub.on(GetUserCommand).rejects(new ResourceNotFoundError({ message: "Gone", $metadata: {} }));
    const call = client.send(new GetUserCommand({ networkId, userId: "1" }));
    await expect(call).rejects.toBeInstanceOf(ResourceNotFoundError);
  });

  test("records calls", async () => {
    stub.resolves({});
    await client.send(new ListUsersCommand({ networkId }));
    expect(stub.commandCalls(ListUsersCommand)).toHaveLength(1);
    expect(stub.commandCalls(ListUsersCommand)[0]!.args[0].input).toEqual({ networkId });
    expect(stub.commandCalls(GetUserCommand)).toHaveLength(0);
  });

  test("stands in for one instance alone", async () => {
    stub.restore();
    const one = new WickrClient({ region: "us-east-1" });
    const ofOne = mockClient(one);
    ofOne.on(ListUsersCommand).resolves({ users: [] });
    expect(await one.send(new ListUsersCommand({ networkId }))).toEqual({ users: [] });
    ofOne.restore();
  });

  test("works under paginators", async () => {
    const stubbed = mockClient(WickrClient);
    stubbed
      .on(ListUsersCommand, { nextToken: "2" })
      .resolves({ users: [{ userId: "b" }] })
      .on(ListUsersCommand, { networkId }, true)
      .resolves({ users: [{ userId: "a" }], nextToken: "2" });
    const found: (string | undefined)[] = [];
    for await (const page of paginateListUsers({ client }, { networkId }))
      found.push(...(page.users ?? []).map(({ userId }) => userId));

    expect(found).toEqual(["a", "b"]);
    stubbed.restore();
  });

  test("works on the aggregated client", async () => {
    const stubbed = mockClient(Wickr);
    stubbed.on(ListUsersCommand).resolves({ users: [] });
    expect(await new Wickr({ region: "us-east-1" }).listUsers({ networkId })).toEqual({
      users: [],
    });
    stubbed.restore();
  });
});
