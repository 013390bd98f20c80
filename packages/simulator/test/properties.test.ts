import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListUsersRequest } from "@wickr-admin/client";
import type { Change } from "../src/change.js";
import { Engine } from "../src/engine.js";
import { operations } from "../src/operations/index.js";
import type { OperationName } from "../src/operations/operation.js";
import { setScene } from "../src/scene.js";
import { type BehaviorName, DEFAULT_SETTINGS } from "../src/settings.js";
import { readSnapshot, takeSnapshot } from "../src/snapshot.js";
import type { NetworkState } from "../src/state/network.js";
import type { TransitionName } from "../src/transitions/index.js";
import { type AnyInput, type RandomCall, randomCall } from "./random-calls.js";

const START = Date.parse("2025-06-02T08:00:00Z");
const SCENE = {
  networks: [{ users: [{ username: "first", isAdmin: true }] }, { users: 4, groups: ["Second"] }],
};

class World {
  now = START;
  readonly changes: Change[] = [];
  readonly engine: Engine;

  constructor(behavior: BehaviorName) {
    const settings = { ...DEFAULT_SETTINGS, behavior };
    const state = setScene(SCENE, "seed", settings, START);
    this.engine = new Engine("seed", settings, () => this.now, state);
    this.engine.onChange((change) => this.changes.push(change));
  }

  /** Makes the call; returns whether it was refused. */
  make(call: RandomCall): boolean {
    this.now += call.advance;
    const input = this.fill(call);
    try {
      if (call.name in operations) this.engine.call(call.name as OperationName, input);
      else this.engine.transit(call.name as TransitionName, input);
      return false;
    } catch (error) {
      if (!(error instanceof Error) || !("$fault" in error)) throw error;
      return true;
    }
  }

  fill({ name, network, user, users, group, bot, input }: RandomCall): AnyInput {
    const { networks } = this.engine.state;
    const networkId = [...networks.keys()][network] ?? "99999999";
    const there = networks.get(networkId);
    const userIds = [...(there?.users ?? [])].map(({ userId }) => userId);
    const groupId = [...(there?.groups.keys() ?? [])][group] ?? "Zz0zZz0z";
    const withGroup = { securityGroupIds: [groupId] };
    const filled: Record<string, unknown> = {
      ...input,
      networkId,
      userId: userIds[user] ?? "99999",
      userIds: users.map((at) => userIds[at] ?? "99999"),
      groupId,
      botId: [...(there?.bots.keys() ?? [])][bot] ?? "99999",
    };
    if (name === "BatchCreateUser")
      filled["users"] = (filled["users"] as object[]).map((each) => ({ ...each, ...withGroup }));

    if (name === "UpdateUser" && user % 2 === 0)
      Object.assign(filled["userDetails"] as object, withGroup);
    return filled as unknown as AnyInput;
  }

  /** The networks that answer. */
  get networks(): [string, NetworkState][] {
    const { networks, deletions } = this.engine.state;
    return [...networks].filter(([networkId]) => !deletions.has(networkId));
  }

  /** The state as text. */
  get text(): string {
    return JSON.stringify(takeSnapshot(this.engine.state));
  }

  /** All users of a network, page by page. */
  list(query: ListUsersRequest): string[] {
    const found: string[] = [];
    let nextToken: string | undefined;
    do {
      const page = this.engine.call("ListUsers", { ...query, nextToken });
      found.push(...(page.users ?? []).map(({ userId = "" }) => userId));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return found;
  }
}

const play = (behavior: BehaviorName, check: (world: World, call: RandomCall) => void): void =>
  fc.assert(
    fc.property(fc.array(randomCall, { minLength: 1, maxLength: 30 }), (calls) => {
      const world = new World(behavior);
      for (const call of calls) check(world, call);
    }),
    { numRuns: 150 },
  );

const BEHAVIORS = ["observed", "documented"] as const;

describe.each(BEHAVIORS)("Whatever is called of the %s service, in whatever order", (behavior) => {
  it("a refused call leaves the state as it was", () => {
    play(behavior, (world, call) => {
      const before = world.text;
      if (world.make(call)) expect(world.text).toBe(before);
    });
  });

  it("counts are what the lists hold", () => {
    play(behavior, (world, call) => {
      world.make(call);
      for (const [networkId, network] of world.networks) {
        const count = world.engine.call("GetUsersCount", { networkId });
        const all = world.list({ networkId, maxResults: 3 });
        expect(all.length).toBe(count.total);
        expect(count.pending).toBe(world.list({ networkId, status: 1 }).length);
        expect(count.active).toBe(world.list({ networkId, status: 2 }).length);
        const { securityGroups = [] } = world.engine.call("ListSecurityGroups", {
          networkId,
          maxResults: 100,
        });
        expect(securityGroups.filter(({ isDefault }) => isDefault)).toHaveLength(1);
        expect(securityGroups.reduce((sum, { activeMembers }) => sum + activeMembers, 0)).toBe(
          count.active,
        );
        for (const { id, botMembers } of securityGroups) {
          expect(botMembers).toBe(
            world.engine.call("ListBots", { networkId, groupId: id }).bots.length,
          );
        }
        for (const user of network.users) expect(network.groups.has(user.groupId)).toBe(true);
      }
    });
  });

  it("pages make up the whole, each item once, in order", () => {
    fc.assert(
      fc.property(
        fc.array(randomCall, { maxLength: 15 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(
          undefined,
          "username",
          "firstName+lastName",
          "status+username",
          "groupId+status",
        ),
        fc.constantFrom("ASC", "DESC"),
        (calls, maxResults, sortFields, sortDirection) => {
          const world = new World(behavior);
          for (const call of calls) world.make(call);
          for (const [networkId, { users }] of world.networks) {
            const found = world.list({ networkId, maxResults, sortFields, sortDirection });
            expect([...found].sort()).toEqual([...users].map(({ userId }) => userId).sort());
            const keys = found.map((userId) => {
              const user = users.get(userId) as unknown as Record<string, string | undefined>;
              return (sortFields?.split("+") ?? []).map((field) => user[field] ?? "");
            });
            const sign = sortDirection === "ASC" ? 1 : -1;
            for (const [at, key] of keys.slice(1).entries()) {
              const before = keys[at] ?? [];
              const differing = key.findIndex((value, field) => value !== before[field]);
              if (differing >= 0) {
                expect(sign * ((before[differing] ?? "") < (key[differing] ?? "") ? 1 : -1)).toBe(
                  1,
                );
              }
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it("an item that stays comes once, whatever comes and goes between two pages", () => {
    fc.assert(
      fc.property(
        fc.array(randomCall, { minLength: 4, maxLength: 12 }),
        fc.constantFrom(undefined, "username"),
        (calls, sortFields) => {
          const world = new World(behavior);
          const networkId = [...world.engine.state.networks.keys()][1] as string;
          const stays = new Set(
            [...(world.engine.state.networks.get(networkId)?.users ?? [])].map(
              ({ userId }) => userId,
            ),
          );
          const seen: string[] = [];
          let nextToken: string | undefined;
          for (const call of [...calls, ...calls]) {
            const networks = new Map(world.networks);
            if (!networks.has(networkId)) return;
            const page = world.engine.call("ListUsers", {
              networkId,
              maxResults: 1,
              sortFields,
              nextToken,
            });
            seen.push(...(page.users ?? []).map(({ userId = "" }) => userId));
            nextToken = page.nextToken;
            if (nextToken === undefined) break;
            // A new name is a new place in the order.
            if (call.name !== "UpdateUser") world.make(call);
            for (const userId of stays)
              if (!networks.get(networkId)?.users.get(userId)) stays.delete(userId);
          }
          expect(new Set(seen).size).toBe(seen.length);
          if (nextToken === undefined) expect(seen).toEqual(expect.arrayContaining([...stays]));
        },
      ),
      { numRuns: 150 },
    );
  });

  it("nothing survives its network", () => {
    play(behavior, (world, call) => {
      world.make(call);
      const { state } = world.engine;
      const networkId = world.networks[0]?.[0];
      if (networkId === undefined || call.name !== "DeleteNetwork") return;
      world.engine.call("DeleteNetwork", { networkId, clientToken: `last-${networkId}` });
      // The next change after the end of the deletion clears up.
      world.now += 60_000;
      world.engine.call("CreateNetwork", { networkName: "Next", accessLevel: "STANDARD" });
      expect(takeSnapshot(state).deletions).toBeUndefined();
      const traces =
        JSON.stringify(takeSnapshot(state).networks) +
        JSON.stringify(
          [...state.idempotency].filter(({ operation }) => operation !== "DeleteNetwork"),
        );
      expect(traces).not.toContain(networkId);
      expect(() => world.engine.call("GetNetwork", { networkId })).toThrow("was not found");
    });
  });

  it("a snapshot holds all there is, and doing the same again gives the same", () => {
    fc.assert(
      fc.property(fc.array(randomCall, { maxLength: 30 }), (calls) => {
        const world = new World(behavior);
        for (const call of calls) world.make(call);
        const snapshot = takeSnapshot(world.engine.state);
        expect(
          takeSnapshot(readSnapshot(JSON.parse(JSON.stringify(snapshot)) as typeof snapshot)),
        ).toEqual(JSON.parse(JSON.stringify(snapshot)));
        const again = new World(behavior);
        for (const change of world.changes)
          again.engine.replay(JSON.parse(JSON.stringify(change)) as Change);
        expect(again.text).toBe(world.text);
      }),
      { numRuns: 150 },
    );
  });
});
