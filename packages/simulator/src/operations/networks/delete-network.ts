import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Deletes a network with everything in it, remembered answers included; it may take a while until it is gone. */
export const deleteNetwork: OperationHandler<"DeleteNetwork"> = (
  state,
  { networkId },
  { behavior, now, settings },
) => {
  findNetwork(state, networkId);
  const takes = behavior.deletionTakes(settings);
  if (takes === undefined) state.networks.delete(networkId);
  else state.deletions.set(networkId, now + takes);
  state.idempotency.forgetNetwork(networkId);
  return { message: "Network deletion initiated successfully" };
};
