import { findNetwork } from "../state/find.js";
import type { MigrationState } from "../state/network.js";
import type { Transition } from "./transition.js";

/** The service moves a network on: its standing, or how far the move of its SSO redirect URI has come. */
export const changeNetwork: Transition<{
  readonly networkId: string;
  readonly standing?: number | undefined;
  readonly migrationState?: MigrationState | undefined;
}> = (state, { networkId, standing, migrationState }) => {
  const { record } = findNetwork(state, networkId);
  record.standing = standing ?? record.standing;
  record.migrationState = migrationState ?? record.migrationState;
};
