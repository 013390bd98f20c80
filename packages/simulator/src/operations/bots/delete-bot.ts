import { findBot, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Deletes a bot. */
export const deleteBot: OperationHandler<"DeleteBot"> = (
  state,
  { networkId, botId },
  { behavior },
) => {
  const network = findNetwork(state, networkId);
  findBot(network, botId, behavior.noSuchBot);
  network.bots.delete(botId);
  return { message: "Bot deleted successfully" };
};
