import type { BehaviorName } from "../settings.js";
import type { Behavior } from "./behavior.js";
import { documented } from "./documented.js";
import { observed } from "./observed.js";

/** The behaviour of a name. */
export const behaviorOf = (name: BehaviorName): Behavior => ({ documented, observed })[name];
