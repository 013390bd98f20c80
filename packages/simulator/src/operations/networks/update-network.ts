import { Reasons } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { checkEncryptionKey } from "./check-encryption-key.js";

/** Renames a network, or moves it to another encryption key; it keeps its key where none is given. */
export const updateNetwork: OperationHandler<"UpdateNetwork"> = (state, input, { settings }) => {
  const { record } = findNetwork(state, input.networkId);
  const reasons = new Reasons();
  checkEncryptionKey(reasons, input.encryptionKeyArn, settings.region);
  reasons.throwIfAny();

  record.networkName = input.networkName;
  record.encryptionKeyArn = input.encryptionKeyArn ?? record.encryptionKeyArn;
  return { message: "Network updated successfully" };
};
