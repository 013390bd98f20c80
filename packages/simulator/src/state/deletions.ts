import type { ServiceState } from "./service.js";

/** Where the deletion of a network is; undefined if nobody asked for it. */
export const stageOf = (
  { deletions, deleted }: ServiceState,
  networkId: string,
  now: number,
): "deleting" | "deleted" | undefined => {
  if (deleted.has(networkId)) return "deleted";
  const end = deletions.get(networkId);
  if (end === undefined) return undefined;
  return now < end ? "deleting" : "deleted";
};

/** Throws out networks whose deletion is over; that they were there stays known. */
export const clearDeleted = ({ deletions, deleted, networks }: ServiceState, now: number): void => {
  for (const [networkId, end] of deletions) {
    if (now < end) continue;
    networks.delete(networkId);
    deletions.delete(networkId);
    deleted.add(networkId);
  }
};
