import type { Bot } from "../../state/bot.js";
import { findNetwork } from "../../state/find.js";
import { type Order, pageOf, sortKeysOf, sorted } from "../../state/listing.js";
import type { OperationHandler } from "../operation.js";
import { describeBot } from "./describe-bot.js";

const ORDER: Order<Bot> = {
  fields: {
    username: ({ username }) => username,
    // Bots have one name only.
    firstName: ({ displayName = "" }) => displayName,
    displayName: ({ displayName = "" }) => displayName,
    status: ({ status }) => status,
    groupId: ({ groupId }) => groupId,
  },
  byDefault: ({ botId }) => Number(botId),
  id: ({ botId }) => Number(botId),
};

/** Lists the bots of a network that pass all filters. */
export const listBots: OperationHandler<"ListBots"> = (state, input) => {
  const { networkId, displayName, username, status, groupId } = input;
  const bots = [...findNetwork(state, networkId).bots.values()].filter(
    (bot) =>
      (displayName === undefined || bot.displayName?.toLowerCase() === displayName.toLowerCase()) &&
      (username === undefined || bot.username.toLowerCase() === username.toLowerCase()) &&
      (status === undefined || bot.status === status) &&
      (groupId === undefined || bot.groupId === groupId),
  );
  const query = ["ListBots", networkId, displayName, username, status, groupId];
  const { items, nextToken } = pageOf(
    sorted(bots, sortKeysOf(ORDER, input.sortFields)),
    query,
    input,
  );
  return { bots: items.map(describeBot), nextToken };
};
