import type { GroupSettings } from "./group-settings.js";

/** A security group of a network. */
export interface Group {
  readonly id: string;
  readonly isDefault: boolean;
  name: string;
  /** In epoch seconds. */
  modified: number;
  settings: GroupSettings;
}
