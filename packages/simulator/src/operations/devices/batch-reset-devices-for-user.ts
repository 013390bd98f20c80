import type {
  BatchDeviceErrorResponseItem,
  BatchDeviceSuccessResponseItem,
} from "@wickr-admin/client";
import { findNetwork, findUser } from "../../state/find.js";
import { batchMessage } from "../batch.js";
import type { OperationHandler } from "../operation.js";

/** Logs devices out: they stay in the list as `Reset` until their user signs in on them again. */
export const batchResetDevicesForUser: OperationHandler<"BatchResetDevicesForUser"> = (
  state,
  input,
) => {
  const { devices = [] } = findUser(findNetwork(state, input.networkId), input.userId);
  const successful: BatchDeviceSuccessResponseItem[] = [];
  const failed: BatchDeviceErrorResponseItem[] = [];
  for (const appId of input.appIds) {
    const device = devices.find((each) => each.appId === appId);
    if (device) {
      device.reset = true;
      successful.push({ appId });
    } else {
      failed.push({ field: "appId", reason: "The user has no such device", appId });
    }
  }
  const message = batchMessage(successful.length, failed.length, {
    all: "All devices were reset",
    some: "Some devices were not reset",
    none: "No device was reset",
  });
  return { message, successful, failed };
};
