import { sha256Hex } from "../../hash.js";
import { findNetwork, findRetentionBot } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/**
 * Gives the data retention bot a new password; the one before no longer works. Unless the simulator is
 * told otherwise, the bot signs in with it at once.
 */
export const createDataRetentionBotChallenge: OperationHandler<
  "CreateDataRetentionBotChallenge"
> = (state, { networkId }, { ids, settings }) => {
  const bot = findRetentionBot(findNetwork(state, networkId));
  const challenge = ids.challenge();
  bot.challengeDigest = sha256Hex(challenge);
  if (settings.dataRetentionBotRegisters) bot.registered = true;
  return { challenge };
};
