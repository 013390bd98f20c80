import { badRequest } from "../../errors.js";
import type { NetworkState } from "../../state/network.js";

/** @throws BadRequestError - as long as the bot is not there or has not signed in. */
export const checkRetentionCanStart = ({ record }: NetworkState): void => {
  if (!record.retentionBot) throw badRequest("The network has no data retention bot");
  if (!record.retentionBot.registered) throw badRequest("The data retention bot is not active");
};
