import type { Bot as BotOutput } from "@wickr-admin/client";
import { isoSeconds } from "../../clock.js";
import type { Bot } from "../../state/bot.js";

/** A bot as callers see it: that it has a password, but not which. */
export const describeBot = (bot: Bot): BotOutput => ({
  botId: bot.botId,
  displayName: bot.displayName,
  username: bot.username,
  uname: bot.uname,
  pubkey: bot.pubkey,
  status: bot.status,
  groupId: bot.groupId,
  hasChallenge: true,
  suspended: bot.suspended,
  lastLogin: bot.lastLogin === undefined ? undefined : isoSeconds(bot.lastLogin),
});
