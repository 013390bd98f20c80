import { milliseconds } from "../../clock.js";
import { badRequest } from "../../errors.js";
import type { DataRetentionBot } from "../../state/data-retention.js";
import type { Fact } from "./fact.js";

export const L17: Fact = {
  id: "L17",
  seen: "2026-04",
  says: "For a while after an update GetBot still gives the old value of suspended.",
  answers: { suspensionLag: ({ suspensionLag }) => milliseconds(suspensionLag) },
};

const checkSignedIn = (bot: DataRetentionBot | undefined): void => {
  if (!bot?.registered) throw badRequest("Data retention bot not found or not registered");
};

export const L18: Fact = {
  id: "L18",
  seen: "2026-04",
  says: 'UpdateDataRetention is a BadRequestError, "Data retention bot not found or not registered", until the bot has signed in with the challenge. CreateDataRetentionBotChallenge registers it with the service.',
  answers: {
    checkRetentionUpdate: checkSignedIn,
    checkRetentionStart: checkSignedIn,
    isRegistered: ({ registered, challengeDigest }) => registered || challengeDigest !== undefined,
  },
};
