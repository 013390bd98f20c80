import type { Context } from "./context.js";
import { DAY, epochSeconds } from "./clock.js";
import { unameOf } from "./hash.js";
import { createInvite } from "./operations/users/invite.js";
import { endTrialIfOutgrown } from "./operations/users/free-trial.js";
import { defaultGroupOf } from "./state/find.js";
import type { NetworkState } from "./state/network.js";
import type { User } from "./state/user.js";

const FIRST_NAMES =
  "Ana Ben Carla David Elena Farid Grace Hugo Ines Jonas Keiko Liam Mei Noor Omar Priya Quentin Rosa Samir Tomas Uma Victor Wanda Xavier Yara Zoe".split(
    " ",
  );
const LAST_NAMES =
  "Adams Berg Costa Diaz Evans Fischer Garcia Haddad Ivanov Jensen Khan Lind Moreau Novak Okafor Petrov Quinn Reyes Silva Tanaka Ueda Vega Weber Xu Young Zhang".split(
    " ",
  );
const DEVICES = ["iOS", "Android", "MacOSX", "Windows"];
/** One of so many users has not accepted the invitation yet. */
const PENDING = 10;

/** Fills a network with made-up people: spread over its groups, most of them active, each of those with a device. */
export const populate = (network: NetworkState, count: number, { ids, now }: Context): void => {
  const groups = [...network.groups.keys()];
  for (let at = 0; at < count; at++) {
    const firstName = FIRST_NAMES[at % FIRST_NAMES.length] as string;
    const lastName = LAST_NAMES[Math.floor(at / FIRST_NAMES.length) % LAST_NAMES.length] as string;
    const username = `${firstName}.${lastName}.${at + 1}@example.com`.toLowerCase();
    const isPending = at % PENDING === PENDING - 1;
    const lastLogin = now - (at % 30) * DAY;
    const user: User = {
      userId: String(network.record.nextUserId++),
      username,
      uname: unameOf(username),
      firstName,
      lastName,
      groupId: groups[at % groups.length] ?? defaultGroupOf(network).id,
      status: isPending ? 1 : 2,
      isAdmin: at === 0,
      suspended: false,
      otpEnabled: false,
      codeValidation: false,
      challengeFailures: 0,
      modified: epochSeconds(now),
      ...(isPending
        ? { invite: createInvite(ids.inviteCode(), 7, now) }
        : {
            lastLogin: epochSeconds(lastLogin),
            activity: [epochSeconds(lastLogin)],
            devices: [
              {
                appId: ids.appId(),
                type: DEVICES[at % DEVICES.length] as string,
                created: lastLogin - 100 * DAY,
                lastLogin,
                reset: false,
                suspended: false,
              },
            ],
          }),
    };
    network.users.add(user);
  }
  endTrialIfOutgrown(network);
};
