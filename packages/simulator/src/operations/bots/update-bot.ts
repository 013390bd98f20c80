import { Reasons } from "../../errors.js";
import { findBot, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { setSuspended } from "./suspension.js";

/** Changes what is given of a bot; the rest stays. */
export const updateBot: OperationHandler<"UpdateBot"> = (
  state,
  input,
  { behavior, now, settings },
) => {
  const network = findNetwork(state, input.networkId);
  const bot = findBot(network, input.botId, behavior.noSuchBot);
  const { displayName, groupId, challenge, suspend } = input;
  const reasons = new Reasons();
  reasons.require(
    groupId === undefined || network.groups.has(groupId),
    "groupId",
    `Security group ${groupId} does not exist`,
  );
  reasons.require(challenge !== "", "challenge", "The password must not be empty");
  reasons.throwIfAny();

  bot.displayName = displayName ?? bot.displayName;
  bot.groupId = groupId ?? bot.groupId;
  bot.challengeDigest = challenge ?? bot.challengeDigest;
  if (suspend !== undefined) setSuspended(bot, suspend, behavior.suspensionLag(settings), now);
  return {
    message: `Bot ${suspend === undefined ? "updated" : suspend ? "suspended" : "unsuspended"} successfully`,
  };
};
