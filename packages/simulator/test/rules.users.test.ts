import { describe, expect, it } from "vitest";
import { setUp } from "./rules.js";
import { refusal } from "./testing.js";

describe("Inviting users", () => {
  it("creates whom it can and says what is wrong with the others", async () => {
    const { admin, networkId, groupId } = setUp();
    const group = [groupId];
    const {
      message,
      successful = [],
      failed,
    } = await admin.batchCreateUser({
      networkId,
      users: [
        { username: "ana@example.com", securityGroupIds: group },
        { username: "ANA@example.com", securityGroupIds: group },
        { username: "ben", securityGroupIds: ["Zz0zZz0z"] },
        { username: "cleo", securityGroupIds: [groupId, groupId] },
        { username: " ", securityGroupIds: group },
        { username: "dan", securityGroupIds: group, inviteCodeTtl: 0 },
        { username: "eva", securityGroupIds: [] },
      ],
    });
    expect(message).toBe("Some users were not created");
    expect(successful.map(({ username, securityGroups }) => [username, securityGroups])).toEqual([
      ["ana@example.com", group],
      ["eva", group],
    ]);
    expect(failed).toEqual([
      {
        field: "username",
        reason: "The username is already taken in this network",
        userId: successful[0]?.userId,
      },
      {
        field: "securityGroupIds",
        reason: "ben: Security group Zz0zZz0z does not exist",
        userId: "0",
      },
      {
        field: "securityGroupIds",
        reason: "cleo: A user belongs to one security group only",
        userId: "0",
      },
      { field: "username", reason: " : The username must not be empty", userId: "0" },
      { field: "inviteCodeTtl", reason: "dan: Must be from 1 to 365 days", userId: "0" },
    ]);
  });

  it.each([0, 51])("takes no batch of %i", async (length) => {
    const { admin, networkId, groupId, network } = setUp();
    const users = Array.from({ length }, (_, at) => ({
      username: `user-${at}`,
      securityGroupIds: [groupId],
    }));
    expect(await refusal(admin.batchCreateUser({ networkId, users }))).toMatchObject({
      name: "ValidationError",
      reasons: [{ field: "users" }],
    });
    expect(network.users.size).toBe(0);
  });

  it("answers with all of a new user", async () => {
    const { admin, networkId, groupId } = setUp();
    const users = [
      {
        username: "noor@example.com",
        firstName: "Noor",
        lastName: "Haddad",
        securityGroupIds: [groupId],
        inviteCode: "HR-3KD81P",
        codeValidation: true,
      },
    ];
    const { successful } = await admin.batchCreateUser({ networkId, users });
    expect(successful).toEqual([
      {
        userId: "20001",
        firstName: "Noor",
        lastName: "Haddad",
        username: "noor@example.com",
        securityGroups: [groupId],
        isAdmin: false,
        suspended: false,
        status: 1,
        otpEnabled: false,
        type: "user",
        challengeFailures: 0,
        isInviteExpired: false,
        isUser: true,
        inviteCode: "HR-3KD81P",
        codeValidation: true,
        uname: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it("takes the username of a bot for taken", async () => {
    const { admin, networkId, groupId } = setUp({ networks: [{ bots: ["helperbot"] }] });
    const { failed } = await admin.batchCreateUser({
      networkId,
      users: [{ username: "helperbot", securityGroupIds: [groupId] }],
    });
    expect(failed).toMatchObject([{ field: "username" }]);
  });

  it("lets an invite code expire after its days, and a new one starts over", async () => {
    const { admin, networkId, groupId, network, clock } = setUp();
    await admin.batchCreateUser({
      networkId,
      users: [{ username: "ana", securityGroupIds: [groupId], inviteCodeTtl: 2 }],
    });
    const ana = network.users.get("ana");
    const first = ana.invite?.code;
    clock.advance({ days: 2 });
    expect((await admin.listUsers({ networkId })).users).toMatchObject([
      { isInviteExpired: true, inviteCode: first },
    ]);
    expect(() => ana.acceptInvitation()).toThrow("The invitation has expired");
    await admin.batchReinviteUser({ networkId, userIds: [ana.userId] });
    expect(ana.invite?.code).not.toBe(first);
    expect(() => ana.acceptInvitation(first)).toThrow("The invite code is wrong");
    clock.advance({ days: 1, hours: 23 });
    expect(ana.acceptInvitation(ana.invite?.code).status).toBe(2);
    expect((await admin.listUsers({ networkId })).users?.[0]).not.toHaveProperty("inviteCode");
  });

  it("counts who turned the invitation down, until they are invited again", async () => {
    const { admin, networkId, groupId, network } = setUp();
    const invite = () =>
      admin.batchCreateUser({
        networkId,
        users: [{ username: "ana", securityGroupIds: [groupId] }],
      });
    await invite();
    network.users.get("ana").rejectInvitation();
    expect(await admin.getUsersCount({ networkId })).toMatchObject({
      pending: 0,
      active: 0,
      rejected: 1,
      total: 0,
    });
    await invite();
    expect(await admin.getUsersCount({ networkId })).toMatchObject({
      pending: 1,
      rejected: 0,
      total: 1,
    });
  });
});

describe("Changing users", () => {
  it("refuses what does not fit, and names all of it", async () => {
    const { admin, networkId, network } = setUp({
      networks: [{ users: [{ username: "ana" }, { username: "ben" }] }],
    });
    const { userId } = network.users.get("ana");
    const userDetails = { username: "BEN", securityGroupIds: ["a", "b"], inviteCode: "NEW" };
    expect((await refusal(admin.updateUser({ networkId, userId, userDetails }))).reasons).toEqual([
      { field: "userDetails.username", reason: "The username is already taken in this network" },
      {
        field: "userDetails.securityGroupIds",
        reason: "A user belongs to one security group only",
      },
      { field: "userDetails.securityGroupIds", reason: "Security group a does not exist" },
      { field: "userDetails.securityGroupIds", reason: "Security group b does not exist" },
      { field: "userDetails.inviteCode", reason: "The user has accepted the invitation already" },
    ]);
  });

  it("gives a pending user a code of one's own, valid from now on", async () => {
    const { admin, networkId, network, clock } = setUp({
      networks: [{ users: [{ username: "mei", status: 1 }] }],
    });
    clock.advance({ days: 30 });
    const { userId } = network.users.get("mei");
    const updated = await admin.updateUser({
      networkId,
      userId,
      userDetails: { inviteCode: "HR-5VN0CE", inviteCodeTtl: 14 },
    });
    expect(updated).toMatchObject({
      inviteCode: "HR-5VN0CE",
      inviteExpiration: clock() / 1000 + 14 * 86_400,
      modified: clock() / 1000,
    });
  });

  it("finds a renamed user by the new name only", async () => {
    const { admin, networkId, network } = setUp({ networks: [{ users: [{ username: "ana" }] }] });
    const { userId, uname } = network.users.get("ana");
    await admin.updateUser({ networkId, userId, userDetails: { username: "ana.reyes" } });
    expect((await admin.listUsers({ networkId, username: "ana" })).users).toEqual([]);
    expect((await admin.listUsers({ networkId, username: "Ana.Reyes" })).users).toHaveLength(1);
    expect((await admin.batchLookupUserUname({ networkId, unames: [uname] })).failed).toHaveLength(
      1,
    );
  });

  it("does not suspend the last administrator", async () => {
    const { admin, networkId, network } = setUp({
      networks: [
        {
          users: [
            { username: "a", isAdmin: true },
            { username: "b", isAdmin: true },
          ],
        },
      ],
    });
    const [a = "", b = ""] = [...network.users].map(({ userId }) => userId);
    const suspend = (...userIds: string[]) =>
      admin.batchToggleUserSuspendStatus({ networkId, userIds, suspend: true });
    expect(await refusal(suspend(a, b))).toMatchObject({
      name: "ForbiddenError",
      $metadata: { httpStatusCode: 403 },
    });
    expect(network.users.get(a).suspended).toBe(false);
    await suspend(a);
    await refusal(suspend(b));
  });

  it("does not delete the caller's own account", async () => {
    const { admin, networkId, network } = setUp({
      administrator: "root@example.com",
      networks: [{ users: [{ username: "root@example.com" }] }],
    });
    const userIds = [network.users.get("root@example.com").userId];
    expect((await refusal(admin.batchDeleteUser({ networkId, userIds }))).name).toBe(
      "ForbiddenError",
    );
  });

  it("locks a user out after too many wrong passwords", () => {
    const { network } = setUp({ networks: [{ users: [{ username: "ana" }] }] });
    const ana = network.users.get("ana");
    for (let at = 0; at < 9; at++) ana.enterWrongPassword();
    expect(ana.suspended).toBe(false);
    expect(ana.enterWrongPassword().suspended).toBe(true);
  });

  it("tells the last activity of a period", async () => {
    const { admin, networkId, network, clock } = setUp({
      networks: [{ users: [{ username: "ana" }] }],
    });
    const ana = network.users.get("ana");
    for (let day = 0; day < 3; day++) {
      clock.advance({ days: 1 });
      ana.useApp();
    }
    const second = Date.parse("2025-06-04T08:00:00Z");
    const { userId } = ana;
    expect((await admin.getUser({ networkId, userId })).lastActivity).toBe(clock() / 1000);
    expect(
      (await admin.getUser({ networkId, userId, endTime: new Date(second) })).lastActivity,
    ).toBe(second / 1000);
    expect(
      (await admin.getUser({ networkId, userId, startTime: new Date(clock() + 1000) }))
        .lastActivity,
    ).toBeUndefined();
    const error = await refusal(
      admin.getUser({ networkId, userId, startTime: new Date(second), endTime: new Date(0) }),
    );
    expect(error).toMatchObject({ reasons: [{ field: "endTime" }] });
  });
});

describe("Listing users", () => {
  const users = [
    { username: "c", firstName: "Ana", lastName: "Berg", status: 2 as const },
    { username: "a", firstName: "ana", lastName: "Adams", status: 1 as const },
    { username: "b", firstName: "Zoe", lastName: "Berg", status: 1 as const, group: "Field" },
  ];
  const scene = { networks: [{ groups: ["Field"], users }] };
  const usernames = (output: { users?: { username?: string | undefined }[] | undefined }) =>
    (output.users ?? []).map(({ username }) => username).join("");

  it("begins with the newest where no order is asked for", async () => {
    const { admin, networkId } = setUp(scene);
    expect(usernames(await admin.listUsers({ networkId }))).toBe("bac");
    expect(usernames(await admin.listUsers({ networkId, sortDirection: "ASC" }))).toBe("cab");
  });

  it.each([
    ["username", "abc"],
    ["firstName", "cba"],
    ["lastName+firstName", "acb"],
    ["status+username", "abc"],
    ["lastName+username", "abc"],
  ])("sorts by %s", async (sortFields, order) => {
    const { admin, networkId } = setUp(scene);
    expect(usernames(await admin.listUsers({ networkId, sortFields, sortDirection: "ASC" }))).toBe(
      order,
    );
    expect(usernames(await admin.listUsers({ networkId, sortFields, sortDirection: "DESC" }))).toBe(
      [...order].reverse().join(""),
    );
  });

  it.each([
    [{ firstName: "ana" }, "ac"],
    [{ lastName: "berg" }, "bc"],
    [{ username: "B" }, "b"],
    [{ status: 1 as const }, "ab"],
    [{ firstName: "Ana", status: 1 as const }, "a"],
    [{ lastName: "Ber" }, ""],
    [{ groupId: "unknown" }, ""],
  ])("filters by %o", async (filter, found) => {
    const { admin, networkId } = setUp(scene);
    expect(
      usernames(
        await admin.listUsers({
          networkId,
          ...filter,
          sortFields: "username",
          sortDirection: "ASC",
        }),
      ),
    ).toBe(found);
  });

  it("filters and sorts by group", async () => {
    const { admin, networkId, network } = setUp(scene);
    expect(
      usernames(await admin.listUsers({ networkId, groupId: network.group("Field").id })),
    ).toBe("b");
    const byGroup = await admin.listUsers({
      networkId,
      sortFields: "groupId+username",
      sortDirection: "ASC",
    });
    expect(usernames(byGroup)).toBe(
      network.group("Field").id < network.defaultGroup.id ? "bac" : "acb",
    );
  });

  it("gives tokens that hold for their query only", async () => {
    const { admin, networkId, wickr } = setUp(scene);
    const { nextToken } = await admin.listUsers({
      networkId,
      maxResults: 1,
      sortFields: "username",
    });
    expect(
      (await admin.listUsers({ networkId, maxResults: 2, sortFields: "username", nextToken }))
        .users,
    ).toHaveLength(2);
    const { networkId: other = "" } = await admin.createNetwork({
      networkName: "Other",
      accessLevel: "STANDARD",
    });
    for (const query of [
      { networkId, sortFields: "firstName", nextToken },
      { networkId, sortFields: "username", sortDirection: "ASC" as const, nextToken },
      { networkId, sortFields: "username", status: 1 as const, nextToken },
      { networkId: other, sortFields: "username", nextToken },
      { networkId, sortFields: "username", nextToken: `${nextToken}x` },
      { networkId, sortFields: "username", nextToken: "ZXhwaXJlZA" },
    ]) {
      expect(await refusal(admin.listUsers(query))).toMatchObject({
        name: "BadRequestError",
        message: "The pagination token is not valid for this request",
      });
    }
    const members = admin.listSecurityGroupUsers({
      networkId,
      groupId: wickr.network(networkId).defaultGroup.id,
      nextToken,
    });
    expect((await refusal(members)).name).toBe("BadRequestError");
  });

  it.each([
    [{ maxResults: 0 }, "maxResults"],
    [{ maxResults: 101 }, "maxResults"],
    [{ sortFields: "age" }, "sortFields"],
    [{ sortFields: "username,age" }, "sortFields"],
  ])("refuses %o", async (query, field) => {
    const { admin, networkId } = setUp(scene);
    expect(await refusal(admin.listUsers({ networkId, ...query }))).toMatchObject({
      name: "ValidationError",
      reasons: [{ field }],
    });
  });

  it("gives 10 where nobody says how many", async () => {
    const { admin, networkId } = setUp({ networks: [{ users: 25 }] });
    expect((await admin.listUsers({ networkId })).users).toHaveLength(10);
  });
});

describe("Devices", () => {
  it("lists them by their last login and in any other order", async () => {
    const { admin, networkId, network, clock } = setUp({
      networks: [{ users: [{ username: "ana" }] }],
    });
    const ana = network.users.get("ana");
    const phone = ana.signIn({ type: "iOS" });
    clock.advance({ hours: 1 });
    ana.signIn({ type: "Android" });
    clock.advance({ hours: 1 });
    ana.signIn({ appId: phone });
    const { userId } = ana;
    const types = async (sortFields?: string) =>
      (await admin.listDevicesForUser({ networkId, userId, sortFields })).devices.map(
        ({ type }) => type,
      );
    expect(await types()).toEqual(["iOS", "Android"]);
    expect(await types("created")).toEqual(["Android", "iOS"]);
    expect(await types("suspend+type")).toEqual(["iOS", "Android"]);
    ana.suspendDevice(phone, false);
    expect((await admin.listDevicesForUser({ networkId, userId })).devices[0]).toEqual({
      appId: phone,
      created: "2025-06-02T08:00:00Z",
      lastLogin: "2025-06-02T10:00:00Z",
      statusText: "Active",
      suspend: false,
      type: "iOS",
    });
  });

  it("stay reset until their user signs in again", async () => {
    const { admin, networkId, network } = setUp({ networks: [{ users: [{ username: "ana" }] }] });
    const ana = network.users.get("ana");
    const appId = ana.signIn();
    const status = async () =>
      (await admin.listDevicesForUser({ networkId, userId: ana.userId })).devices[0]?.statusText;
    await admin.batchResetDevicesForUser({ networkId, userId: ana.userId, appIds: [appId] });
    expect(await status()).toBe("Reset");
    ana.signIn({ appId });
    expect(await status()).toBe("Active");
    expect(ana.devices).toHaveLength(1);
  });

  it("belong to a user who exists", async () => {
    const { admin, networkId } = setUp();
    expect((await refusal(admin.listDevicesForUser({ networkId, userId: "99999" }))).message).toBe(
      "User 99999 was not found",
    );
    expect(
      (await refusal(admin.batchResetDevicesForUser({ networkId, userId: "99999", appIds: ["a"] })))
        .name,
    ).toBe("ResourceNotFoundError");
  });
});
