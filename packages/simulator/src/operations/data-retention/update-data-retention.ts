import { findNetwork, findRetentionBot } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Turns data retention on or off, or acknowledges the message about the bot's public key. */
export const updateDataRetention: OperationHandler<"UpdateDataRetention"> = (
  state,
  { networkId, actionType },
  { behavior },
) => {
  const network = findNetwork(state, networkId);
  behavior.checkRetentionUpdate(network.record.retentionBot, actionType);
  const bot = findRetentionBot(network);
  switch (actionType) {
    case "ENABLE":
      bot.enabled = true;
      return { message: "Data retention enabled successfully" };
    case "DISABLE":
      bot.enabled = false;
      return { message: "Data retention disabled successfully" };
    case "PUBKEY_MSG_ACK":
      bot.pubkeyAcknowledged = true;
      return { message: "Public key message acknowledged" };
  }
};
