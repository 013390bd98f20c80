import type { SecurityGroupSettings } from "@wickr-admin/client";
import { DEPENDENTS, type GroupSettings } from "../../state/group-settings.js";

/**
 * The settings after a change: members that are left out stay, lists are replaced. A switch that is turned
 * off takes along those that make no sense without it.
 */
export const mergeSettings = (
  current: GroupSettings,
  changes: SecurityGroupSettings,
): GroupSettings => {
  const merged = {
    ...current,
    ...withoutUndefined(changes),
    calling: { ...current.calling, ...withoutUndefined(changes.calling ?? {}) },
    passwordRequirements: {
      ...current.passwordRequirements,
      ...withoutUndefined(changes.passwordRequirements ?? {}),
    },
    shredder: { ...current.shredder, ...withoutUndefined(changes.shredder ?? {}) },
  } as Mutable<GroupSettings>;
  for (const [dependent, base] of DEPENDENTS) if (!merged[base]) merged[dependent] = false;
  if (!merged.calling.canStart11Call) merged.calling = { ...merged.calling, canVideoCall: false };
  return merged;
};

type Mutable<Type> = { -readonly [Name in keyof Type]: Type[Name] };

const withoutUndefined = (settings: object): object =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
