import sortedBTree from "sorted-btree";
import type { SortDirection } from "@wickr-admin/client";
import type { Ordered } from "./listing.js";
import { type Position, type SortKey, comparePositions } from "./sort.js";
import type { User } from "./user.js";

// The package is CommonJS: some loaders hand out the class, others the module around it.
const BTree = sortedBTree.default ?? (sortedBTree as unknown as typeof sortedBTree.default);
type BTree<Key, Value> = InstanceType<typeof sortedBTree.default<Key, Value>>;

/**
 * Users that pass a filter, kept in an order while users come, go and change: a page costs the same
 * however many there are.
 */
export class UserOrder implements Ordered<User> {
  readonly #accepts: (user: User) => boolean;
  readonly #keys: readonly SortKey<User>[];
  readonly #tree: BTree<Position, User>;

  constructor(
    users: Iterable<User>,
    accepts: (user: User) => boolean,
    keys: readonly SortKey<User>[],
  ) {
    this.#accepts = accepts;
    this.#keys = keys;
    const entries: [Position, User][] = [];
    for (const user of users) if (accepts(user)) entries.push([this.#positionOf(user), user]);
    entries.sort(([a], [b]) => comparePositions(a, b));
    this.#tree = new BTree<Position, User>(entries, comparePositions);
  }

  add(user: User): void {
    if (this.#accepts(user)) this.#tree.set(this.#positionOf(user), user);
  }

  /** Must come before the user changes. */
  remove(user: User): void {
    if (this.#accepts(user)) this.#tree.delete(this.#positionOf(user));
  }

  *after(
    position: Position | undefined,
    direction: SortDirection,
  ): Iterable<readonly [Position, User]> {
    const entries =
      direction === "ASC"
        ? this.#tree.entries(position)
        : this.#tree.entriesReversed(position, undefined, true);
    for (const entry of entries)
      if (position === undefined || comparePositions(entry[0], position) !== 0) yield entry;
  }

  #positionOf(user: User): Position {
    return this.#keys.map((key) => key(user));
  }
}
