import type {
  BatchUnameErrorResponseItem,
  BatchUnameSuccessResponseItem,
} from "@wickr-admin/client";
import { findNetwork } from "../../state/find.js";
import { batchMessage } from "../batch.js";
import type { OperationHandler } from "../operation.js";

/** Finds the usernames behind hashes. */
export const batchLookupUserUname: OperationHandler<"BatchLookupUserUname"> = (
  state,
  { networkId, unames },
) => {
  const { users } = findNetwork(state, networkId);
  const successful: BatchUnameSuccessResponseItem[] = [];
  const failed: BatchUnameErrorResponseItem[] = [];
  for (const uname of unames) {
    const user = users.withUname(uname);
    if (user) successful.push({ uname, username: user.username });
    else failed.push({ field: "uname", reason: "The uname is unknown in this network", uname });
  }
  const message = batchMessage(successful.length, failed.length, {
    all: "All unames were found",
    some: "Some unames were not found",
    none: "No uname was found",
  });
  return { message, successful, failed };
};
