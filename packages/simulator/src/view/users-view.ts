import type { Engine } from "../engine.js";
import { findNetwork } from "../state/find.js";
import type { UserStore } from "../state/user-store.js";
import type { User } from "../state/user.js";
import type { UserSpec } from "../transitions/arrange.js";
import { UserView } from "./user-view.js";

/** The users of a network. */
export class UsersView implements Iterable<UserView> {
  readonly #engine: Engine;
  readonly #networkId: string;

  constructor(engine: Engine, networkId: string) {
    this.#engine = engine;
    this.#networkId = networkId;
  }

  get size(): number {
    return this.#store.size;
  }

  /** In the order of their creation. */
  [Symbol.iterator](): Iterator<UserView> {
    return Array.from(this.#store, (user) => this.#view(user)).values();
  }

  /** By id or username; undefined if there is none. */
  find(idOrUsername: string): UserView | undefined {
    const user = this.#store.get(idOrUsername) ?? this.#store.withUsername(idOrUsername);
    return user && this.#view(user);
  }

  /** By id or username. */
  get(idOrUsername: string): UserView {
    const user = this.find(idOrUsername);
    if (!user) throw new Error(`Network ${this.#networkId} has no user '${idOrUsername}'.`);
    return user;
  }

  /** Puts a user there; active if nothing else is said. */
  add(user: UserSpec): UserView {
    return this.addAll([user])[0] as UserView;
  }

  /** Puts several users there. */
  addAll(users: readonly UserSpec[]): readonly UserView[] {
    const { userIds } = this.#engine.transit("addUsers", { networkId: this.#networkId, users });
    return userIds.map((userId) => this.get(userId));
  }

  get #store(): UserStore {
    return findNetwork(this.#engine.state, this.#networkId).users;
  }

  #view({ userId }: User): UserView {
    return new UserView(this.#engine, this.#networkId, userId);
  }
}
