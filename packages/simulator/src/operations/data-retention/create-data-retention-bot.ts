import { badRequest } from "../../errors.js";
import { findNetwork, isTaken } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Creates the data retention bot of a network, of which there is one at most. */
export const createDataRetentionBot: OperationHandler<"CreateDataRetentionBot"> = (
  state,
  { networkId },
) => {
  const network = findNetwork(state, networkId);
  const username = `compliance_${networkId}_bot`;
  if (network.record.retentionBot) throw badRequest("The network already has a data retention bot");
  if (isTaken(network, username)) throw badRequest(`The username ${username} is taken`);

  network.record.retentionBot = {
    username,
    registered: false,
    pubkeyAcknowledged: false,
    enabled: false,
  };
  return { message: "Data retention bot provisioned successfully" };
};
