import { badRequest, notFound } from "../errors.js";
import { DEFAULT_GROUP_SETTINGS } from "../state/group-settings.js";
import type { Behavior } from "./behavior.js";
import { checkGroupSettings } from "./documented-group-settings.js";
import { checkProse } from "./prose-rules.js";

/** What the documentation says, its prose included. */
export const documented: Behavior = {
  name: "documented",
  checkInput: checkProse,

  deletionTakes: () => undefined,
  deleting: (_, networkId) => notFound(`Network ${networkId} was not found`),
  deleted: (_, networkId) => notFound(`Network ${networkId} was not found`),

  noSuchBot: (botId) => notFound(`Bot ${botId} was not found`),
  suspensionLag: () => 0,

  hiddenOfNetworks: { GetNetwork: [], ListNetworks: [] },
  checkNetworkSettings: () => {},
  hidesDefaultSettings: false,

  groupDefaults: DEFAULT_GROUP_SETTINGS,
  groupSettingsRules: [checkGroupSettings],
  keepGroupSettings: (settings) => settings,
  nullSetting: undefined,
  unpublished: {},

  checkRetentionUpdate: (bot, action) => {
    if (!bot) throw notFound("The network has no data retention bot");
    if (action === "ENABLE") documented.checkRetentionStart(bot);
    if (action === "PUBKEY_MSG_ACK" && !bot.registered)
      throw badRequest("The data retention bot has not sent its public key yet");
  },
  checkRetentionStart: (bot) => {
    if (!bot) throw badRequest("The network has no data retention bot");
    if (!bot.registered) throw badRequest("The data retention bot is not active");
  },
  isRegistered: ({ registered }) => registered,

  checkCompanyId: () => {},
  unreachableIssuer: undefined,
};
