import { isoSeconds } from "../../clock.js";
import type { Device } from "../../state/device.js";
import { findNetwork, findUser } from "../../state/find.js";
import { type Order, pageOf, sortKeysOf, sorted } from "../../state/listing.js";
import type { OperationHandler } from "../operation.js";

const ORDER: Order<Device> = {
  fields: {
    lastlogin: ({ lastLogin }) => lastLogin,
    type: ({ type }) => type,
    suspend: ({ suspended }) => Number(suspended),
    created: ({ created }) => created,
    appId: ({ appId }) => appId,
  },
  byDefault: ({ lastLogin }) => lastLogin,
  id: ({ appId }) => appId,
};

/** Lists the devices of a user; those of a suspended user are suspended too. */
export const listDevicesForUser: OperationHandler<"ListDevicesForUser"> = (state, input) => {
  const { networkId, userId } = input;
  const user = findUser(findNetwork(state, networkId), userId);
  const ordered = sorted(user.devices ?? [], sortKeysOf(ORDER, input.sortFields));
  const { items, nextToken } = pageOf(ordered, ["ListDevicesForUser", networkId, userId], input);
  const devices = items.map((device) => ({
    appId: device.appId,
    created: isoSeconds(device.created),
    lastLogin: isoSeconds(device.lastLogin),
    statusText: device.reset ? "Reset" : "Active",
    suspend: device.suspended || user.suspended,
    type: device.type,
  }));
  return { devices, nextToken };
};
