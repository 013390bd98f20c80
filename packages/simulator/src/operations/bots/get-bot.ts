import { findBot, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { describeBot } from "./describe-bot.js";

/** Returns one bot. */
export const getBot: OperationHandler<"GetBot"> = (state, { networkId, botId }) =>
  describeBot(findBot(findNetwork(state, networkId), botId));
