import type { AccessLevel, SecurityGroupSettings } from "@wickr-admin/client";
import { behaviorOf } from "./behavior/behaviors.js";
import { Ids } from "./ids.js";
import { createNetwork } from "./operations/networks/create-network.js";
import { createBot } from "./operations/bots/create-bot.js";
import { createSecurityGroup } from "./operations/security-groups/create-security-group.js";
import { updateSecurityGroup } from "./operations/security-groups/update-security-group.js";
import { populate } from "./population.js";
import { sha256Hex } from "./hash.js";
import type { ServiceSettings } from "./settings.js";
import { type ServiceState, createServiceState } from "./state/service.js";
import { findNetwork } from "./state/find.js";
import { type UserSpec, addUsers } from "./transitions/arrange.js";
import { botSignsIn } from "./transitions/bots.js";
import { guestWrites } from "./transitions/guests.js";

/** A group of a network, as it should be there from the beginning. */
export interface GroupSpec {
  readonly name: string;
  readonly settings?: SecurityGroupSettings;
}

/** A bot, as it should be there from the beginning. */
export interface BotSpec {
  readonly username: string;
  readonly displayName?: string;
  /** Name of a group; the default group if not given. */
  readonly group?: string;
  /** Whether it has signed in; true if not given. */
  readonly active?: boolean;
}

/** A user, as it should be there from the beginning: active if nothing else is said. */
export type SceneUser = Omit<UserSpec, "groupId"> & {
  /** Name of a group; the default group if not given. */
  readonly group?: string;
};

/** A network, as it should be there from the beginning. */
export interface NetworkSpec {
  readonly name?: string;
  readonly accessLevel?: AccessLevel;
  readonly freeTrial?: boolean;
  readonly encryptionKeyArn?: string;
  readonly groups?: readonly (string | GroupSpec)[];
  /** Users one by one, or how many made-up ones. */
  readonly users?: number | readonly SceneUser[];
  readonly bots?: readonly (string | BotSpec)[];
  /** Usernames of guests who wrote in the present billing period. */
  readonly guests?: readonly string[];
}

/** What is there when the simulator starts. */
export interface Scene {
  /** Networks one by one, or how many. */
  readonly networks?: number | readonly NetworkSpec[] | undefined;
  /** Users of each network that does not say for itself. */
  readonly users?: number | readonly SceneUser[] | undefined;
}

/** Sets the scene: the same seed, scene and time give the same state. */
export const setScene = (
  scene: Scene,
  seed: string | number,
  settings: ServiceSettings,
  now: number,
): ServiceState => {
  const state = createServiceState();
  const behavior = behaviorOf(settings.behavior);
  const context = {
    ids: new Ids(state, seed),
    settings,
    now,
    // What a test describes is there, whether an administrator could have brought it about or not.
    behavior: behavior.name === "observed" ? { ...behavior, groupSettingsRules: [] } : behavior,
  };
  const { users, networks = users === undefined ? 0 : 1 } = scene;
  const specs: readonly NetworkSpec[] =
    typeof networks === "number" ? Array.from({ length: networks }, () => ({})) : networks;
  const buildNetwork = (spec: NetworkSpec, at: number): void => {
    const {
      name = `Network ${at + 1}`,
      accessLevel = "PREMIUM",
      freeTrial,
      encryptionKeyArn,
    } = spec;
    const { networkId = "" } = createNetwork(
      state,
      { networkName: name, accessLevel, enablePremiumFreeTrial: freeTrial, encryptionKeyArn },
      context,
    );
    const network = findNetwork(state, networkId);
    const groupIdOf = (group: string | undefined): string => {
      const found = [...network.groups.values()].find((each) =>
        group === undefined ? each.isDefault : each.name === group,
      );
      if (!found) throw new Error(`The network '${name}' has no group '${group}'.`);
      return found.id;
    };

    for (const group of spec.groups ?? []) {
      const { name: groupName, settings: groupSettings } =
        typeof group === "string" ? { name: group } : group;
      const { securityGroup } = createSecurityGroup(
        state,
        { networkId, name: groupName, securityGroupSettings: {} },
        context,
      );
      if (groupSettings) {
        updateSecurityGroup(
          state,
          { networkId, groupId: securityGroup.id, securityGroupSettings: groupSettings },
          context,
        );
      }
    }
    if (typeof spec.users === "number") {
      populate(network, spec.users, context);
    } else if (spec.users) {
      const people = spec.users.map(({ group, ...user }) => ({
        ...user,
        groupId: groupIdOf(group),
      }));
      addUsers(state, { networkId, users: people }, context);
    }
    for (const bot of spec.bots ?? []) {
      const {
        username,
        displayName,
        group,
        active = true,
      } = typeof bot === "string" ? ({ username: bot } as BotSpec) : bot;
      const challenge = sha256Hex(context.ids.challenge());
      const { botId } = createBot(
        state,
        { networkId, username, displayName, groupId: groupIdOf(group), challenge },
        context,
      );
      if (active) botSignsIn(state, { networkId, botId }, context);
    }
    for (const username of spec.guests ?? []) guestWrites(state, { networkId, username }, context);
  };

  for (const [at, spec] of specs.entries()) buildNetwork({ users, ...spec } as NetworkSpec, at);
  return state;
};
