import { epochSeconds } from "../clock.js";
import { badRequest } from "../errors.js";
import { findGroup, findNetwork, findUser } from "../state/find.js";
import { activityOf } from "./activity.js";
import type { OfUser, Transition } from "./transition.js";

/** A pending user accepts the invitation, as long as it has not expired, and signs in. */
export const acceptInvitation: Transition<OfUser & { readonly inviteCode?: string | undefined }> = (
  state,
  { networkId, userId, inviteCode },
  { now },
) => {
  const network = findNetwork(state, networkId);
  const user = findUser(network, userId);
  if (!user.invite) throw badRequest("The user has accepted the invitation already");
  if (user.suspended) throw badRequest("The user is suspended");
  if (now >= user.invite.expires) throw badRequest("The invitation has expired");
  if (inviteCode !== undefined && inviteCode !== user.invite.code)
    throw badRequest("The invite code is wrong");

  network.users.update(user, {
    status: 2,
    invite: undefined,
    lastLogin: epochSeconds(now),
    activity: activityOf(user, now),
    modified: epochSeconds(now),
  });
};

/** A pending user turns the invitation down: the account goes, the count of rejections rises. */
export const rejectInvitation: Transition<OfUser> = (state, { networkId, userId }) => {
  const network = findNetwork(state, networkId);
  const user = findUser(network, userId);
  if (!user.invite) throw badRequest("The user has accepted the invitation already");

  network.users.remove(user);
  network.record.rejected.push(user.username.toLowerCase());
};

/** An active user writes or reads something. */
export const useApp: Transition<OfUser> = (state, { networkId, userId }, { now }) => {
  const network = findNetwork(state, networkId);
  const user = findUser(network, userId);
  if (user.status !== 2) throw badRequest("The user has not accepted the invitation");
  if (user.suspended) throw badRequest("The user is suspended");

  network.users.update(user, { activity: activityOf(user, now) });
};

/** Somebody enters a wrong password; as many as the group's `lockoutThreshold` suspend the user. */
export const enterWrongPassword: Transition<OfUser> = (state, { networkId, userId }) => {
  const network = findNetwork(state, networkId);
  const user = findUser(network, userId);
  const { lockoutThreshold } = findGroup(network, user.groupId).settings;
  const challengeFailures = user.challengeFailures + 1;
  network.users.update(user, {
    challengeFailures,
    suspended: user.suspended || challengeFailures >= lockoutThreshold,
  });
};
