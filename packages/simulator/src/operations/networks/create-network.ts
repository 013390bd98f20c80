import { DAY, epochSeconds } from "../../clock.js";
import { Reasons } from "../../errors.js";
import { createNetworkState } from "../../state/network.js";
import type { OperationHandler } from "../operation.js";
import { checkEncryptionKey } from "./check-encryption-key.js";

/** How long a free trial lasts. */
const TRIAL = 90 * DAY;

/** Creates a network with its default group. */
export const createNetwork: OperationHandler<"CreateNetwork"> = (
  state,
  input,
  { behavior, ids, now, settings },
) => {
  const { networkName, accessLevel, enablePremiumFreeTrial = false, encryptionKeyArn } = input;
  const reasons = new Reasons();
  reasons.require(
    !enablePremiumFreeTrial || accessLevel === "PREMIUM",
    "enablePremiumFreeTrial",
    "A free trial is only offered for PREMIUM networks",
  );
  checkEncryptionKey(reasons, encryptionKeyArn, settings.region);
  reasons.throwIfAny();

  const networkId = ids.networkId();
  const network = createNetworkState(
    {
      networkId,
      awsAccountId: settings.awsAccountId,
      networkArn: `arn:aws:wickr:${settings.region}:${settings.awsAccountId}:network/${networkId}`,
      accessLevel,
      networkName,
      standing: 0,
      migrationState: 0,
      encryptionKeyArn,
      freeTrialExpires: enablePremiumFreeTrial ? now + TRIAL : undefined,
      enableClientMetrics: false,
      readReceipts: "DISABLED",
      nextUserId: 20_001,
      nextBotId: 7_001,
      rejected: [],
    },
    {
      id: ids.groupId(() => false),
      isDefault: true,
      name: "Default",
      modified: epochSeconds(now),
      settings: behavior.groupDefaults,
    },
  );
  state.networks.set(networkId, network);
  return { networkId, networkName, encryptionKeyArn };
};
