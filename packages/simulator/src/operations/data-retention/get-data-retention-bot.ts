import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Tells how far the data retention bot has come; that there is none is no error. */
export const getDataRetentionBot: OperationHandler<"GetDataRetentionBot"> = (
  state,
  { networkId },
  { behavior },
) => {
  const bot = findNetwork(state, networkId).record.retentionBot;
  return {
    botName: bot?.username,
    botExists: bot !== undefined,
    isBotActive: bot?.registered ?? false,
    isDataRetentionBotRegistered: bot !== undefined && behavior.isRegistered(bot),
    isDataRetentionServiceEnabled: bot?.enabled ?? false,
    isPubkeyMsgAcked: bot?.pubkeyAcknowledged ?? false,
  };
};
