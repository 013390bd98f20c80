import type { HttpHandler } from "msw";
import { createMswHandler } from "./msw-handler.js";
import { Simulator, type SimulatorOptions } from "./simulator.js";

export { type Clock, type ManualClock, type Span, createClock, systemClock } from "./clock.js";
export type { Change } from "./change.js";
export type { Fault, FaultEffect } from "./faults/fault.js";
export type { FaultList, Misfortune } from "./faults/fault-list.js";
export type { Latency } from "./faults/latency.js";
export type { OperationInput, OperationName, OperationOutput } from "./operations/operation.js";
export type { BotSpec, GroupSpec, NetworkSpec, Scene, SceneUser } from "./scene.js";
export type { BehaviorName, ServiceSettings } from "./settings.js";
export { Simulator, type SimulatorOptions } from "./simulator.js";
export type { NetworkSnapshot, Snapshot } from "./snapshot.js";
export type { Bot, BotStatus } from "./state/bot.js";
export type { DataRetentionBot } from "./state/data-retention.js";
export type { Device } from "./state/device.js";
export type { Group } from "./state/group.js";
export type { GroupSettings } from "./state/group-settings.js";
export type { Block, Guest } from "./state/guest.js";
export type { MigrationState, NetworkRecord } from "./state/network.js";
export type { OidcConfig } from "./state/oidc.js";
export type { OpentdfConfig } from "./state/opentdf.js";
export type { Invite, User, UserStatus } from "./state/user.js";
export type { UserSpec } from "./transitions/arrange.js";
export type { TransitionInput, TransitionName, TransitionOutput } from "./transitions/index.js";
export type { BotView } from "./view/bot-view.js";
export type { NetworkView } from "./view/network-view.js";
export type { UserView } from "./view/user-view.js";
export type { UsersView } from "./view/users-view.js";

/** A simulator that msw can put in the place of the service. */
export interface MswSimulator extends Simulator {
  /** For msw: `setupServer(...wickr.handlers)`, `setupWorker(...wickr.handlers)`. */
  readonly handlers: readonly HttpHandler[];
}

/**
 * Makes a whole Wickr admin service in memory.
 *
 * @example
 * ```ts
 * const wickr = createSimulator({ networks: [{ name: "Harbor Relief", users: 20 }] });
 * const server = setupServer(...wickr.handlers);
 * server.listen();
 * // … let the code under test invite somebody …
 * wickr.network("Harbor Relief").users.get("noor@example.com").acceptInvitation();
 * ```
 */
export const createSimulator = (options: SimulatorOptions = {}): MswSimulator => {
  const simulator = new Simulator(options);
  // With an endpoint of its own, unknown paths are the simulator's too; without one, they may be someone else's.
  const accepts = (request: Request): boolean =>
    options.endpoint === undefined ? simulator.knows(request) : simulator.covers(request);
  return Object.assign(simulator, { handlers: [createMswHandler(simulator, accepts)] });
};
