import { notFound } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Returns the OpenTDF configuration, its secret included. */
export const getOpentdfConfig: OperationHandler<"GetOpentdfConfig"> = (state, { networkId }) => {
  const { opentdf } = findNetwork(state, networkId).record;
  if (!opentdf) throw notFound("The network has no OpenTDF configuration");
  return { ...opentdf };
};
