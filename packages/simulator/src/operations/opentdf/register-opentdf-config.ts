import { Reasons } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import type { OpentdfConfig } from "../../state/opentdf.js";
import type { OperationHandler } from "../operation.js";

/** Saves how a network reaches its OpenTDF provider, in the place of what was saved before; a dry run saves nothing. */
export const registerOpentdfConfig: OperationHandler<"RegisterOpentdfConfig"> = (state, input) => {
  const { record } = findNetwork(state, input.networkId);
  const { clientId, clientSecret, domain, provider, dryRun = false } = input;
  const reasons = new Reasons();
  for (const [member, value] of Object.entries({ clientId, clientSecret, domain, provider }))
    reasons.require(value.trim() !== "", member, "Must not be empty");

  reasons.throwIfAny();

  const config: OpentdfConfig = { clientId, clientSecret, domain, provider };
  if (!dryRun) record.opentdf = config;
  return { ...config };
};
