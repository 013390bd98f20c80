import { findBot, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { describeBot } from "./describe-bot.js";
import { isShownSuspended } from "./suspension.js";

/** Returns one bot. */
export const getBot: OperationHandler<"GetBot"> = (
  state,
  { networkId, botId },
  { behavior, now },
) => {
  const bot = findBot(findNetwork(state, networkId), botId, behavior.noSuchBot);
  return { ...describeBot(bot), suspended: isShownSuspended(bot, now) };
};
