import { IdempotencyLog, type RememberedAnswer } from "./idempotency.js";
import type { Bot } from "./state/bot.js";
import type { Group } from "./state/group.js";
import type { Guest } from "./state/guest.js";
import type { NetworkRecord, NetworkState } from "./state/network.js";
import type { ServiceState } from "./state/service.js";
import { UserStore } from "./state/user-store.js";
import type { User } from "./state/user.js";

const VERSION = 1;

/** The whole state at one moment, as plain JSON. */
export interface Snapshot {
  readonly version: number;
  readonly drawn: number;
  readonly networks: readonly NetworkSnapshot[];
  readonly answers: readonly RememberedAnswer[];
  /** Networks that are being deleted, and when that is over, in milliseconds since 1970. */
  readonly deletions?: readonly (readonly [networkId: string, end: number])[];
  /** Networks that are gone. */
  readonly deleted?: readonly string[];
}

/** One network in a {@link Snapshot}. */
export interface NetworkSnapshot {
  readonly record: NetworkRecord;
  readonly groups: readonly Group[];
  readonly users: readonly User[];
  readonly bots: readonly Bot[];
  readonly guests: readonly Guest[];
}

/** Copies the state; later changes do not reach the copy. */
export const takeSnapshot = (state: ServiceState): Snapshot =>
  structuredClone(describeState(state));

/** The state as JSON has it, without copying: to be written out at once. */
export const describeState = ({
  drawn,
  networks,
  deletions,
  deleted,
  idempotency,
}: ServiceState): Snapshot => ({
  version: VERSION,
  drawn,
  networks: Array.from(networks.values(), ({ record, groups, users, bots, guests }) => ({
    record,
    groups: [...groups.values()],
    users: [...users],
    bots: [...bots.values()],
    guests: [...guests.values()],
  })),
  answers: [...idempotency],
  ...(deletions.size > 0 && { deletions: [...deletions] }),
  ...(deleted.size > 0 && { deleted: [...deleted] }),
});

/** Makes the state anew; the snapshot stays as it is. */
export const readSnapshot = (snapshot: Snapshot): ServiceState =>
  buildState(structuredClone(snapshot));

/** Makes a state out of the snapshot's own objects. */
export const buildState = (snapshot: Snapshot): ServiceState => {
  if (snapshot.version !== VERSION) {
    throw new Error(
      `This is a snapshot of version ${snapshot.version}; version ${VERSION} is needed.`,
    );
  }
  const idempotency = new IdempotencyLog();
  for (const answer of snapshot.answers) idempotency.remember(answer);
  return {
    drawn: snapshot.drawn,
    networks: new Map(
      snapshot.networks.map((network) => [network.record.networkId, buildNetwork(network)]),
    ),
    deletions: new Map(snapshot.deletions),
    deleted: new Set(snapshot.deleted),
    idempotency,
  };
};

const buildNetwork = ({ record, groups, users, bots, guests }: NetworkSnapshot): NetworkState => {
  const store = new UserStore();
  for (const user of users) store.add(user);
  return {
    record,
    groups: new Map(groups.map((group) => [group.id, group])),
    users: store,
    bots: new Map(bots.map((bot) => [bot.botId, bot])),
    guests: new Map(guests.map((guest) => [guest.usernameHash, guest])),
  };
};
