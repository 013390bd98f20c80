import { badRequest } from "../../errors.js";
import { findNetwork, findRetentionBot } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { checkRetentionCanStart } from "./check-retention-can-start.js";

/** Turns data retention on or off, or acknowledges the message about the bot's public key. */
export const updateDataRetention: OperationHandler<"UpdateDataRetention"> = (
  state,
  { networkId, actionType },
) => {
  const network = findNetwork(state, networkId);
  const bot = findRetentionBot(network);
  switch (actionType) {
    case "ENABLE":
      checkRetentionCanStart(network);
      bot.enabled = true;
      return { message: "Data retention enabled successfully" };
    case "DISABLE":
      bot.enabled = false;
      return { message: "Data retention disabled successfully" };
    case "PUBKEY_MSG_ACK":
      if (!bot.registered)
        throw badRequest("The data retention bot has not sent its public key yet");
      bot.pubkeyAcknowledged = true;
      return { message: "Public key message acknowledged" };
  }
};
