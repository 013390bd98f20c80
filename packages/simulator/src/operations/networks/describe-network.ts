import type { Network } from "@wickr-admin/client";
import { isoSeconds } from "../../clock.js";
import type { NetworkRecord } from "../../state/network.js";

/** A network as callers see it, without what is hidden from them. */
export const describeNetwork = (
  record: NetworkRecord,
  hidden: readonly (keyof Network)[],
): Network => ({
  networkId: record.networkId,
  networkName: record.networkName,
  accessLevel: record.accessLevel,
  awsAccountId: record.awsAccountId,
  networkArn: record.networkArn,
  standing: record.standing,
  freeTrialExpiration:
    record.freeTrialExpires === undefined ? undefined : isoSeconds(record.freeTrialExpires),
  migrationState: record.migrationState,
  encryptionKeyArn: record.encryptionKeyArn,
  ...Object.fromEntries(hidden.map((name) => [name, undefined])),
});
