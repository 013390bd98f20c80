import type { UpdateUserDetails } from "@wickr-admin/client";
import { epochSeconds } from "../../clock.js";
import { Reasons } from "../../errors.js";
import { unameOf } from "../../hash.js";
import { defaultGroupOf, findNetwork, findUser, isTaken } from "../../state/find.js";
import type { NetworkState } from "../../state/network.js";
import type { User } from "../../state/user.js";
import type { OperationHandler } from "../operation.js";
import { DEFAULT_INVITE_DAYS, createInvite, problemOfDays } from "./invite.js";

/** Changes what is given of a user; the rest stays. */
export const updateUser: OperationHandler<"UpdateUser"> = (
  state,
  { networkId, userId, userDetails = {} },
  { now },
) => {
  const network = findNetwork(state, networkId);
  const user = findUser(network, userId);
  check(network, user, userDetails);
  const changes = changesOf(network, user, userDetails, now);
  if (Object.keys(changes).length > 0)
    network.users.update(user, { ...changes, modified: epochSeconds(now) });
  return {
    userId,
    networkId,
    securityGroupIds: [user.groupId],
    firstName: user.firstName,
    lastName: user.lastName,
    suspended: user.suspended,
    modified: user.modified,
    status: user.status,
    inviteCode: user.invite?.code,
    inviteExpiration: user.invite && epochSeconds(user.invite.expires),
    codeValidation: user.codeValidation,
  };
};

const check = (network: NetworkState, user: User, details: UpdateUserDetails): void => {
  const { username, securityGroupIds = [], inviteCode, inviteCodeTtl } = details;
  const reasons = new Reasons();
  if (username !== undefined && username.toLowerCase() !== user.username.toLowerCase()) {
    reasons.require(
      username.trim() !== "",
      "userDetails.username",
      "The username must not be empty",
    );
    reasons.require(
      !isTaken(network, username),
      "userDetails.username",
      "The username is already taken in this network",
    );
  }
  reasons.require(
    securityGroupIds.length <= 1,
    "userDetails.securityGroupIds",
    "A user belongs to one security group only",
  );
  for (const id of securityGroupIds) {
    reasons.require(
      network.groups.has(id),
      "userDetails.securityGroupIds",
      `Security group ${id} does not exist`,
    );
  }
  if (inviteCode !== undefined) checkPending(reasons, user, "inviteCode");
  if (inviteCodeTtl !== undefined) checkPending(reasons, user, "inviteCodeTtl");
  reasons.require(inviteCode !== "", "userDetails.inviteCode", "The invite code must not be empty");
  const wrongDays = problemOfDays(inviteCodeTtl);
  if (wrongDays !== undefined) reasons.require(false, "userDetails.inviteCodeTtl", wrongDays);
  reasons.throwIfAny();
};

const checkPending = (reasons: Reasons, user: User, member: string): void => {
  reasons.require(
    user.invite !== undefined,
    `userDetails.${member}`,
    "The user has accepted the invitation already",
  );
};

const changesOf = (
  network: NetworkState,
  user: User,
  details: UpdateUserDetails,
  now: number,
): Partial<User> => {
  const {
    firstName,
    lastName,
    username,
    securityGroupIds,
    inviteCode,
    inviteCodeTtl,
    codeValidation,
  } = details;
  const isInvited = inviteCode !== undefined || inviteCodeTtl !== undefined;
  return {
    ...(firstName !== undefined && { firstName }),
    ...(lastName !== undefined && { lastName }),
    ...(username !== undefined && { username, uname: unameOf(username) }),
    ...(securityGroupIds !== undefined && {
      groupId: securityGroupIds[0] ?? defaultGroupOf(network).id,
    }),
    ...(codeValidation !== undefined && { codeValidation }),
    ...(isInvited && {
      invite: createInvite(
        inviteCode ?? user.invite?.code ?? "",
        inviteCodeTtl ?? user.invite?.days ?? DEFAULT_INVITE_DAYS,
        now,
      ),
    }),
  };
};
