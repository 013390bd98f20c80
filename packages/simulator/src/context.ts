import type { Behavior } from "./behavior/behavior.js";
import type { Ids } from "./ids.js";
import type { ServiceSettings } from "./settings.js";

/** What a call has at hand beside the state. */
export interface Context {
  /** The time of the call, in milliseconds since 1970. */
  readonly now: number;
  readonly ids: Ids;
  readonly settings: ServiceSettings;
  /** What the service does where the live one was seen to differ from its documentation. */
  readonly behavior: Behavior;
}
