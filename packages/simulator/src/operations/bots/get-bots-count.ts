import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Counts the bots of a network. */
export const getBotsCount: OperationHandler<"GetBotsCount"> = (state, { networkId }) => {
  const bots = [...findNetwork(state, networkId).bots.values()];
  const active = bots.filter(({ status }) => status === 2).length;
  return { pending: bots.length - active, active, total: bots.length };
};
