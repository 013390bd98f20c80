import type { BatchUserErrorResponseItem, BatchUserSuccessResponseItem } from "@wickr-admin/client";
import type { NetworkState } from "../../state/network.js";
import type { User } from "../../state/user.js";

/** Why something could not be done for a user. */
interface Problem {
  readonly field: string;
  readonly reason: string;
}

/** Does something for each of some users; a problem with one does not hold up the others. */
export const forEachUser = (
  network: NetworkState,
  userIds: readonly string[],
  act: (user: User) => Problem | undefined,
): { successful: BatchUserSuccessResponseItem[]; failed: BatchUserErrorResponseItem[] } => {
  const successful: BatchUserSuccessResponseItem[] = [];
  const failed: BatchUserErrorResponseItem[] = [];
  for (const userId of userIds) {
    const user = network.users.get(userId);
    const problem = user ? act(user) : { field: "userId", reason: "The user does not exist" };
    if (problem) failed.push({ ...problem, userId });
    else successful.push({ userId });
  }
  return { successful, failed };
};
