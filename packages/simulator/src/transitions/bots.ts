import { badRequest } from "../errors.js";
import { sha256Hex } from "../hash.js";
import { findBot, findNetwork, findRetentionBot } from "../state/find.js";
import type { Transition } from "./transition.js";

/** A bot signs in: from the first time on it is active and has a public key. */
export const botSignsIn: Transition<{
  readonly networkId: string;
  readonly botId: string;
  /** Checked if given. */
  readonly challenge?: string | undefined;
}> = (state, { networkId, botId, challenge }, { ids, now }) => {
  const bot = findBot(findNetwork(state, networkId), botId);
  if (bot.suspended) throw badRequest("The bot is suspended");
  checkPassword(challenge, bot.challengeDigest);

  bot.status = 2;
  bot.pubkey ??= ids.publicKey();
  bot.lastLogin = now;
};

/** The data retention bot signs in: it is registered and active from now on. */
export const dataRetentionBotRegisters: Transition<{
  readonly networkId: string;
  /** Checked if given. */
  readonly challenge?: string | undefined;
}> = (state, { networkId, challenge }) => {
  const bot = findRetentionBot(findNetwork(state, networkId));
  if (bot.challengeDigest === undefined)
    throw badRequest("The data retention bot has no password yet");
  checkPassword(challenge, bot.challengeDigest);

  bot.registered = true;
};

const checkPassword = (challenge: string | undefined, digest: string): void => {
  if (challenge !== undefined && sha256Hex(challenge) !== digest)
    throw badRequest("The password is wrong");
};
