import { type Order, pageOf, sortKeysOf, sorted } from "../../state/listing.js";
import type { NetworkState } from "../../state/network.js";
import type { OperationHandler } from "../operation.js";
import { describeNetwork } from "./describe-network.js";

const ORDER: Order<NetworkState> = {
  fields: {
    networkId: ({ record }) => record.networkId,
    networkName: ({ record }) => record.networkName,
  },
  byDefault: ({ record }) => record.networkId,
  id: ({ record }) => record.networkId,
};

/** Lists the networks of the account. */
export const listNetworks: OperationHandler<"ListNetworks"> = (state, input, { behavior }) => {
  // The default is the same query, whether it is written out or not.
  const query = { ...input, sortFields: input.sortFields ?? "networkId" };
  const listed = [...state.networks.values()].filter(
    ({ record }) => !state.deletions.has(record.networkId),
  );
  const ordered = sorted(listed, sortKeysOf(ORDER, query.sortFields));
  const { items, nextToken } = pageOf(ordered, ["ListNetworks"], query);
  return {
    networks: items.map(({ record }) =>
      describeNetwork(record, behavior.hiddenOfNetworks.ListNetworks),
    ),
    nextToken,
  };
};
