import type { BatchCreateUserRequestItem, BatchUserErrorResponseItem } from "@wickr-admin/client";
import { epochSeconds } from "../../clock.js";
import { unameOf } from "../../hash.js";
import { defaultGroupOf, findNetwork, isTaken } from "../../state/find.js";
import type { NetworkState } from "../../state/network.js";
import type { User } from "../../state/user.js";
import { batchMessage } from "../batch.js";
import type { OperationHandler } from "../operation.js";
import { describeUser } from "./describe-user.js";
import { endTrialIfOutgrown } from "./free-trial.js";
import { DEFAULT_INVITE_DAYS, createInvite, problemOfDays } from "./invite.js";

/** Stands for the user that was not created: the answer must name one. */
const NOBODY = "0";

/** Invites users; those who cannot be created do not hold up the others. */
export const batchCreateUser: OperationHandler<"BatchCreateUser"> = (
  state,
  input,
  { ids, now },
) => {
  const network = findNetwork(state, input.networkId);
  const created: User[] = [];
  const failed: BatchUserErrorResponseItem[] = [];
  for (const item of input.users) {
    const problem = problemOf(network, item);
    if (problem) {
      failed.push(problem);
      continue;
    }
    const user: User = {
      userId: String(network.record.nextUserId++),
      username: item.username,
      uname: unameOf(item.username),
      firstName: item.firstName,
      lastName: item.lastName,
      groupId: item.securityGroupIds[0] ?? defaultGroupOf(network).id,
      status: 1,
      isAdmin: false,
      suspended: false,
      otpEnabled: false,
      codeValidation: item.codeValidation ?? false,
      challengeFailures: 0,
      invite: createInvite(
        item.inviteCode ?? ids.inviteCode(),
        item.inviteCodeTtl ?? DEFAULT_INVITE_DAYS,
        now,
      ),
      modified: epochSeconds(now),
    };
    network.users.add(user);
    forgetRejection(network, user.username);
    created.push(user);
  }
  endTrialIfOutgrown(network);
  return {
    message: batchMessage(created.length, failed.length, {
      all: "All users were created",
      some: "Some users were not created",
      none: "No user was created",
    }),
    successful: created.map((user) => describeUser(user, now)),
    failed,
  };
};

const problemOf = (
  network: NetworkState,
  item: BatchCreateUserRequestItem,
): BatchUserErrorResponseItem | undefined => {
  const { username, securityGroupIds, inviteCode, inviteCodeTtl } = item;
  const problem = (field: string, reason: string) => ({
    field,
    reason: `${username}: ${reason}`,
    userId: NOBODY,
  });
  if (username.trim() === "") return problem("username", "The username must not be empty");
  if (isTaken(network, username)) {
    const userId = network.users.withUsername(username)?.userId ?? NOBODY;
    return { field: "username", reason: "The username is already taken in this network", userId };
  }
  if (securityGroupIds.length > 1)
    return problem("securityGroupIds", "A user belongs to one security group only");
  const unknown = securityGroupIds.find((id) => !network.groups.has(id));
  if (unknown !== undefined)
    return problem("securityGroupIds", `Security group ${unknown} does not exist`);
  if (inviteCode === "") return problem("inviteCode", "The invite code must not be empty");
  const wrongDays = problemOfDays(inviteCodeTtl);
  return wrongDays === undefined ? undefined : problem("inviteCodeTtl", wrongDays);
};

/** Who is invited again is no longer one who turned the network down. */
const forgetRejection = ({ record }: NetworkState, username: string): void => {
  if (record.rejected.length === 0) return;
  const at = record.rejected.indexOf(username.toLowerCase());
  if (at >= 0) record.rejected.splice(at, 1);
};
