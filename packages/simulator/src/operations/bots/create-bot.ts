import { Reasons } from "../../errors.js";
import { unameOf } from "../../hash.js";
import type { Bot } from "../../state/bot.js";
import { findNetwork, isTaken } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Creates a bot, which is pending until it signs in. */
export const createBot: OperationHandler<"CreateBot"> = (state, input) => {
  const { networkId, username, displayName, groupId, challenge } = input;
  const network = findNetwork(state, networkId);
  const reasons = new Reasons();
  reasons.require(
    !isTaken(network, username),
    "username",
    "The username is already taken in this network",
  );
  reasons.require(
    network.groups.has(groupId),
    "groupId",
    `Security group ${groupId} does not exist`,
  );
  reasons.require(challenge !== "", "challenge", "The password must not be empty");
  reasons.throwIfAny();

  const bot: Bot = {
    botId: String(network.record.nextBotId++),
    username,
    uname: unameOf(username),
    displayName,
    groupId,
    status: 1,
    suspended: false,
    challengeDigest: challenge,
  };
  network.bots.set(bot.botId, bot);
  return {
    message: "Bot created successfully",
    botId: bot.botId,
    networkId,
    username,
    displayName,
    groupId,
  };
};
