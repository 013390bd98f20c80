/**
 * An administrator's first hour, against a running Wickr on this machine: every line that says
 * POST, GET or PATCH went over HTTP, signed and decoded by the generated SDK.
 */
import {
  BatchCreateUserCommand,
  BatchToggleUserSuspendStatusCommand,
  CreateNetworkCommand,
  CreateSecurityGroupCommand,
  DeleteNetworkCommand,
  ForbiddenError,
  GetNetworkCommand,
  GetUsersCountCommand,
  ListNetworksCommand,
  ListUsersCommand,
  ValidationError,
  WickrClient,
} from "@wickr-admin/client";
import { paginateListUsersItems } from "@wickr-admin/paginators";
import { startServer } from "@wickr-admin/simulator/server";
import { waitUntilUserActive } from "@wickr-admin/waiters";
import { expectInstance, say, step, table } from "./print.js";

const server = await startServer({
  seed: "demo",
  log: (line) => say(`    ${line}`),
  // The second call of this kind is throttled once; the SDK tries again by itself.
  faults: [{ operations: "ListUsers", error: "RateLimitError", after: 1, count: 1 }],
});
say(`Wickr is running at ${server.url} (simulated; nothing leaves this machine).`);

const wickr = new WickrClient({
  endpoint: server.url,
  region: "us-east-1",
  credentials: { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "example" },
});

try {
  step("Create a network and a security group");
  const { networkId = "" } = await wickr.send(
    new CreateNetworkCommand({
      networkName: "Harbor Relief",
      accessLevel: "PREMIUM",
      enablePremiumFreeTrial: true,
    }),
  );
  const network = await wickr.send(new GetNetworkCommand({ networkId }));
  const { securityGroup } = await wickr.send(
    new CreateSecurityGroupCommand({
      networkId,
      name: "Field Teams",
      securityGroupSettings: { lockoutThreshold: 8 },
    }),
  );
  say(`  ${network.networkName} (${network.networkArn}), group ${securityGroup.name}.`);

  step("Invite 30 people; one of them twice");
  const people = Array.from({ length: 30 }, (_, index) => ({
    username: `person${String(index + 1).padStart(2, "0")}@example.com`,
    firstName: "Person",
    lastName: `No. ${index + 1}`,
    securityGroupIds: [securityGroup.id],
  }));
  const invited = await wickr.send(
    new BatchCreateUserCommand({ networkId, users: [...people, ...people.slice(0, 1)] }),
  );
  say(`  ${invited.successful?.length} invited; refused: ${invited.failed?.[0]?.reason}`);

  step("Wait until the first of them is active");
  const userId = invited.successful?.[0]?.userId ?? "";
  setTimeout(() => {
    say("    … meanwhile, person01 accepts the invitation on a phone …");
    server.simulator.network(networkId).users.get("person01@example.com").acceptInvitation();
  }, 700);
  const { state } = await waitUntilUserActive(
    { client: wickr, maxWaitTime: 20, minDelay: 1, maxDelay: 1 },
    { networkId, userId },
  );
  say(`  ${state}.`);

  step("Page through everybody, 10 at a time; the service throttles once");
  const names: string[] = [];
  for await (const user of paginateListUsersItems(
    { client: wickr, pageSize: 10 },
    { networkId, sortFields: "username", sortDirection: "ASC" },
  ))
    names.push(user.username ?? "");

  say(`  ${names.length} users, ${names[0]} to ${names.at(-1)}.`);

  step("Suspend two of them");
  const userIds = (invited.successful ?? []).slice(0, 2).map((user) => user.userId ?? "");
  await wickr.send(new BatchToggleUserSuspendStatusCommand({ networkId, suspend: true, userIds }));
  const { users = [] } = await wickr.send(
    new ListUsersCommand({
      networkId,
      maxResults: 3,
      sortFields: "username",
      sortDirection: "ASC",
    }),
  );
  table(users.map(({ username = "", status, suspended }) => ({ username, status, suspended })));
  const count = await wickr.send(new GetUsersCountCommand({ networkId }));
  say(
    `  ${count.total} users: ${count.active} active, ${count.pending} pending, room for ${count.remaining}.`,
  );

  step("Ask for something impossible");
  const refused = await wickr
    .send(new CreateSecurityGroupCommand({ networkId, name: "Default", securityGroupSettings: {} }))
    .catch((error: unknown) => error);
  expectInstance(refused, ValidationError);
  say(
    `  ValidationError: ${refused.reasons?.map(({ field, reason }) => `${field} ${reason}`).join("; ")}`,
  );

  step("Delete the network");
  await wickr.send(new DeleteNetworkCommand({ networkId }));
  const beingDeleted = await wickr
    .send(new GetNetworkCommand({ networkId }))
    .catch((error: unknown) => error);
  expectInstance(beingDeleted, ForbiddenError);
  const { networks } = await wickr.send(new ListNetworksCommand({}));
  say(`  Asked for it: ${beingDeleted.name}. Networks that are listed: ${networks.length}.`);
} finally {
  wickr.destroy();
  await server.close();
}
say("\nWickr has stopped. That was all of it.");
