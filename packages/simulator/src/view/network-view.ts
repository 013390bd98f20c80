import type { Engine } from "../engine.js";
import { notFound } from "../errors.js";
import type { DataRetentionBot } from "../state/data-retention.js";
import { defaultGroupOf, findNetwork } from "../state/find.js";
import type { Group } from "../state/group.js";
import type { Guest } from "../state/guest.js";
import type { MigrationState, NetworkRecord, NetworkState } from "../state/network.js";
import type { OpentdfConfig } from "../state/opentdf.js";
import { BotView } from "./bot-view.js";
import { UsersView } from "./users-view.js";

/** A network as it is at the moment of each look, and what can happen in it without an administrator. */
export class NetworkView {
  readonly networkId: string;
  readonly users: UsersView;
  readonly #engine: Engine;

  constructor(engine: Engine, networkId: string) {
    this.#engine = engine;
    this.networkId = networkId;
    this.users = new UsersView(engine, networkId);
  }

  /** Whether the network is still there, be it that its deletion goes on. */
  get exists(): boolean {
    return this.#engine.hasNetwork(this.networkId);
  }

  /** When the deletion is over that goes on; undefined where none does. */
  get deletedAt(): Date | undefined {
    const end = this.#engine.state.deletions.get(this.networkId);
    return end === undefined || !this.exists ? undefined : new Date(end);
  }

  /** What the service knows of the network itself. */
  get record(): Readonly<NetworkRecord> {
    return this.#state.record;
  }

  get name(): string {
    return this.record.networkName;
  }

  get groups(): readonly Readonly<Group>[] {
    return [...this.#state.groups.values()];
  }

  get defaultGroup(): Readonly<Group> {
    return defaultGroupOf(this.#state);
  }

  /** By id or name. */
  group(idOrName: string): Readonly<Group> {
    const group = this.groups.find(({ id, name }) => id === idOrName || name === idOrName);
    if (!group) throw new Error(`Network ${this.networkId} has no security group '${idOrName}'.`);
    return group;
  }

  get bots(): readonly BotView[] {
    return [...this.#state.bots.keys()].map(
      (botId) => new BotView(this.#engine, this.networkId, botId),
    );
  }

  /** By id or username. */
  bot(idOrUsername: string): BotView {
    const bot = this.bots.find(
      ({ botId, record }) => botId === idOrUsername || record.username === idOrUsername,
    );
    if (!bot) throw new Error(`Network ${this.networkId} has no bot '${idOrUsername}'.`);
    return bot;
  }

  get guests(): readonly Readonly<Guest>[] {
    return [...this.#state.guests.values()];
  }

  /** The data retention bot, if there is one. */
  get dataRetentionBot(): Readonly<DataRetentionBot> | undefined {
    return this.record.retentionBot;
  }

  /** How the network reaches its OpenTDF provider, once that was registered. */
  get opentdf(): Readonly<OpentdfConfig> | undefined {
    return this.record.opentdf;
  }

  /** A guest writes, now or at another time; returns the username hash. */
  guestWrites(username: string, time?: Date): string {
    const { networkId } = this;
    return this.#engine.transit("guestWrites", { networkId, username, time: time?.getTime() })
      .usernameHash;
  }

  /** The data retention bot signs in; a password is checked if given. */
  dataRetentionBotRegisters(challenge?: string): this {
    this.#engine.transit("dataRetentionBotRegisters", { networkId: this.networkId, challenge });
    return this;
  }

  /** The move of the SSO redirect URI begins or is done. */
  migrateSso(migrationState: MigrationState): this {
    this.#engine.transit("changeNetwork", { networkId: this.networkId, migrationState });
    return this;
  }

  /** The standing of the network with the service changes. */
  changeStanding(standing: number): this {
    this.#engine.transit("changeNetwork", { networkId: this.networkId, standing });
    return this;
  }

  get #state(): NetworkState {
    if (!this.exists) throw notFound(`Network ${this.networkId} was not found`);
    return findNetwork(this.#engine.state, this.networkId);
  }
}
