import { notFound } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Blocks a guest or lifts the block; only guests that the network has seen can be blocked. */
export const updateGuestUser: OperationHandler<"UpdateGuestUser"> = (
  state,
  input,
  { now, settings },
) => {
  const guest = findNetwork(state, input.networkId).guests.get(input.usernameHash);
  if (!guest) throw notFound("The guest user was not found");

  guest.block = input.block ? { admin: settings.administrator, modified: now } : undefined;
  return { message: `Guest user ${input.block ? "blocked" : "unblocked"} successfully` };
};
