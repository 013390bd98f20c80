import {
  GetUserCommand,
  GetUsersCountCommand,
  ListUsersCommand,
  RateLimitError,
} from "@wickr-admin/client";
import { describe, expect, it } from "vitest";
import { getUserHandler, getUsersCountHandler, listUsersHandler } from "../src/index.js";
import { NETWORK, createClient, failure, serve } from "./setup.js";

const server = serve();
const client = createClient();

describe("handlers of single operations", () => {
  it("answer with the model's example", async () => {
    server.use(listUsersHandler());
    expect((await client.send(new ListUsersCommand(NETWORK))).users).not.toEqual([]);
  });

  it("answer with an output", async () => {
    server.use(listUsersHandler({ users: [] }));
    expect((await client.send(new ListUsersCommand(NETWORK))).users).toEqual([]);
  });

  it("answer with an error, once", async () => {
    server.use(
      listUsersHandler(new RateLimitError({ message: "Slow down", $metadata: {} }), { once: true }),
      listUsersHandler({ users: [] }),
    );
    expect((await client.send(new ListUsersCommand(NETWORK))).$metadata.attempts).toBe(2);
  });

  it("ask a resolver", async () => {
    server.use(
      getUserHandler(({ input, attempt }) => ({ userId: input.userId, lastLogin: attempt })),
    );
    const output = await client.send(new GetUserCommand({ ...NETWORK, userId: "7" }));
    expect(output).toMatchObject({ userId: "7", lastLogin: 1 });
  });

  it("take only requests of their own operation, whatever their order", async () => {
    server.use(getUserHandler({ userId: "count" }), getUsersCountHandler({ total: 5 }));
    expect((await client.send(new GetUsersCountCommand(NETWORK))).total).toBe(5);
  });

  it("answer at their endpoint only", async () => {
    server.use(
      listUsersHandler({ users: [] }),
      listUsersHandler({ users: [{ userId: "1" }] }, { endpoint: "http://localhost:4010/wickr" }),
    );
    const local = createClient({ endpoint: "http://localhost:4010/wickr" });
    server.use(
      listUsersHandler({ users: [{ userId: "1" }] }, { endpoint: "http://localhost:4010/wickr" }),
    );
    expect((await local.send(new ListUsersCommand(NETWORK))).users).toHaveLength(1);
    expect((await client.send(new ListUsersCommand(NETWORK))).users).toHaveLength(0);
  });

  it("check inputs", async () => {
    server.use(listUsersHandler());
    const error = await failure(client.send(new ListUsersCommand({ networkId: "1234567a" })));
    expect(error).toMatchObject({
      name: "ValidationError",
      reasons: [{ field: "networkId" }],
    });
  });
});
