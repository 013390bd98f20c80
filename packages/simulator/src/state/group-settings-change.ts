import type { SecurityGroupSettings } from "@wickr-admin/client";
import type { GroupSettings } from "./group-settings.js";
import type { NetworkRecord } from "./network.js";

/** Settings that a group gets. */
export interface GroupSettingsChange {
  /** Whether the group is new. */
  readonly isNew: boolean;
  readonly network: NetworkRecord;
  /** As they were, or as a new group starts. */
  readonly current: GroupSettings;
  /** As they were sent. */
  readonly changes: SecurityGroupSettings;
  /** As they would be afterwards. */
  readonly merged: GroupSettings;
}
