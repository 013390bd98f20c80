import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Deletes a network with everything in it, remembered answers included. */
export const deleteNetwork: OperationHandler<"DeleteNetwork"> = (state, { networkId }) => {
  findNetwork(state, networkId);
  state.networks.delete(networkId);
  state.idempotency.forgetNetwork(networkId);
  return { message: "Network deletion initiated successfully" };
};
