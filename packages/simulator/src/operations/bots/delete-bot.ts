import { findBot, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Deletes a bot. */
export const deleteBot: OperationHandler<"DeleteBot"> = (state, { networkId, botId }) => {
  const network = findNetwork(state, networkId);
  findBot(network, botId);
  network.bots.delete(botId);
  return { message: "Bot deleted successfully" };
};
