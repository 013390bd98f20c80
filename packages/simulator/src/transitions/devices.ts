import { epochSeconds } from "../clock.js";
import { badRequest } from "../errors.js";
import type { Device } from "../state/device.js";
import { findNetwork, findUser } from "../state/find.js";
import { activityOf } from "./activity.js";
import type { OfUser, Transition } from "./transition.js";

/** Who signs in, and on which device. */
export interface SignIn extends OfUser {
  /** The device, if it is one that the user has already. */
  readonly appId?: string | undefined;
  /** The operating system of a new device; `iOS` if not given. */
  readonly type?: string | undefined;
}

/** A user signs in on a device, new or known; a device that was reset is active again. */
export const signIn: Transition<SignIn, { readonly appId: string }> = (
  state,
  { networkId, userId, appId, type = "iOS" },
  { ids, now },
) => {
  const network = findNetwork(state, networkId);
  const user = findUser(network, userId);
  if (user.status !== 2) throw badRequest("The user has not accepted the invitation");
  if (user.suspended) throw badRequest("The user is suspended");
  const devices = user.devices ?? [];
  const known = devices.find((device) => device.appId === appId);
  if (known?.suspended) throw badRequest("The device is suspended");

  const device: Device = known ?? {
    appId: appId ?? ids.appId(),
    type,
    created: now,
    lastLogin: now,
    reset: false,
    suspended: false,
  };
  device.lastLogin = now;
  device.reset = false;
  network.users.update(user, {
    devices: known ? devices : [...devices, device],
    lastLogin: epochSeconds(now),
    activity: activityOf(user, now),
    challengeFailures: 0,
  });
  return { appId: device.appId };
};

/** A device is suspended, or no longer. */
export const suspendDevice: Transition<
  OfUser & { readonly appId: string; readonly suspend: boolean }
> = (state, { networkId, userId, appId, suspend }) => {
  const device = findUser(findNetwork(state, networkId), userId).devices?.find(
    (each) => each.appId === appId,
  );
  if (!device) throw badRequest("The user has no such device");
  device.suspended = suspend;
};
