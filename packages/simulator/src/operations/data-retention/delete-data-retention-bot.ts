import { badRequest } from "../../errors.js";
import { findNetwork, findRetentionBot } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Deletes the data retention bot, once data retention is off. */
export const deleteDataRetentionBot: OperationHandler<"DeleteDataRetentionBot"> = (
  state,
  { networkId },
) => {
  const network = findNetwork(state, networkId);
  if (findRetentionBot(network).enabled)
    throw badRequest("Data retention has to be disabled first");

  network.record.retentionBot = undefined;
  return { message: "Data retention bot deleted successfully" };
};
