import { epochSeconds } from "../clock.js";
import { badRequest } from "../errors.js";
import { unameOf } from "../hash.js";
import { createInvite } from "../operations/users/invite.js";
import { endTrialIfOutgrown } from "../operations/users/free-trial.js";
import { defaultGroupOf, findGroup, findNetwork, findUser, isTaken } from "../state/find.js";
import type { User } from "../state/user.js";
import type { OfUser, Transition } from "./transition.js";

/** A user as a test puts it there; active if nothing else is said. */
export type UserSpec = Pick<User, "username"> &
  Partial<Omit<User, "username" | "uname" | "userId" | "devices" | "invite">> & {
    /** How long the invitation of a pending user is valid, in days. */
    readonly inviteDays?: number | undefined;
    readonly inviteCode?: string | undefined;
  };

/** Puts users there as if they had been invited and, unless they are pending, had joined long ago. */
export const addUsers: Transition<
  { readonly networkId: string; readonly users: readonly UserSpec[] },
  { readonly userIds: readonly string[] }
> = (state, { networkId, users }, { ids, now }) => {
  const network = findNetwork(state, networkId);
  const names = new Set<string>();
  for (const { username } of users) {
    const isDouble = isTaken(network, username) || names.has(username.toLowerCase());
    if (isDouble) throw badRequest(`The username ${username} is already taken in this network`);
    names.add(username.toLowerCase());
  }
  for (const { groupId } of users) if (groupId !== undefined) findGroup(network, groupId);

  const refuge = defaultGroupOf(network).id;
  const userIds = users.map(({ inviteDays = 7, inviteCode, ...spec }) => {
    const status = spec.status ?? 2;
    const user: User = {
      userId: String(network.record.nextUserId++),
      groupId: refuge,
      isAdmin: false,
      suspended: false,
      otpEnabled: false,
      codeValidation: false,
      challengeFailures: 0,
      modified: epochSeconds(now),
      invite:
        status === 1 ? createInvite(inviteCode ?? ids.inviteCode(), inviteDays, now) : undefined,
      ...spec,
      status,
      uname: unameOf(spec.username),
    };
    network.users.add(user);
    return user.userId;
  });
  endTrialIfOutgrown(network);
  return { userIds };
};

/** Changes of a user what no operation can. */
export const changeUser: Transition<
  OfUser & {
    readonly changes: Partial<
      Pick<
        User,
        | "isAdmin"
        | "otpEnabled"
        | "cell"
        | "countryCode"
        | "challengeFailures"
        | "lastLogin"
        | "activity"
      >
    >;
  }
> = (state, { networkId, userId, changes }) => {
  const network = findNetwork(state, networkId);
  network.users.update(findUser(network, userId), changes);
};
