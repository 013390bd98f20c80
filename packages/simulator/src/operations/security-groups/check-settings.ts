import type { Behavior } from "../../behavior/behavior.js";
import type { Reasons } from "../../errors.js";
import type { GroupSettingsChange } from "../../state/group-settings-change.js";
import type { GroupSettings } from "../../state/group-settings.js";
import { mergeSettings } from "./merge-settings.js";

/** Checks a change of settings; returns what is kept of it. */
export const checkSettings = (
  reasons: Reasons,
  { groupSettingsRules, keepGroupSettings }: Behavior,
  change: Omit<GroupSettingsChange, "merged">,
): GroupSettings => {
  const merged = mergeSettings(change.current, change.changes);
  for (const rule of groupSettingsRules) rule(reasons, { ...change, merged });
  return keepGroupSettings(merged);
};
