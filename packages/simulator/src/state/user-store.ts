import { type Order, type Ordered, sortKeysOf, sorted } from "./listing.js";
import { UserOrder } from "./user-order.js";
import type { User, UserStatus } from "./user.js";

/** Users must match all that is given; text matches where it is the same but for upper and lower case. */
export interface UserFilter {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly username?: string | undefined;
  readonly status?: number | undefined;
  readonly groupId?: string | undefined;
}

/** How users can be sorted. */
export const USER_ORDER: Order<User> = {
  fields: {
    username: ({ username }) => username,
    firstName: ({ firstName = "" }) => firstName,
    lastName: ({ lastName = "" }) => lastName,
    status: ({ status }) => status,
    groupId: ({ groupId }) => groupId,
  },
  byDefault: ({ userId }) => Number(userId),
  id: ({ userId }) => Number(userId),
};

/** Up to so many, sorting costs less than keeping an order. */
const FEW = 200;
/** So many orders are kept; the one that was not used for longest goes first. */
const MOST_ORDERS = 24;

/** The users of a network, with indexes that make it indifferent how many there are. */
export class UserStore {
  readonly #byId = new Map<string, User>();
  readonly #byUsername = new Map<string, User>();
  readonly #byUname = new Map<string, User>();
  readonly #byFirstName = new Index();
  readonly #byLastName = new Index();
  readonly #byGroup = new Index();
  readonly #activeInGroup = new Map<string, number>();
  readonly #orders = new Map<string, UserOrder>();
  readonly #few: number;
  #active = 0;
  #activeAdmins = 0;

  /** @param few - So many users are sorted at each call; more are kept in order. */
  constructor(few = FEW) {
    this.#few = few;
  }

  get size(): number {
    return this.#byId.size;
  }

  count(status: UserStatus): number {
    return status === 2 ? this.#active : this.size - this.#active;
  }

  /** Active users of a group. */
  activeIn(groupId: string): number {
    return this.#activeInGroup.get(groupId) ?? 0;
  }

  /** Administrators who can sign in. */
  get activeAdmins(): number {
    return this.#activeAdmins;
  }

  get(userId: string): User | undefined {
    return this.#byId.get(userId);
  }

  withUsername(username: string): User | undefined {
    return this.#byUsername.get(fold(username));
  }

  withUname(uname: string): User | undefined {
    return this.#byUname.get(uname);
  }

  inGroup(groupId: string): ReadonlySet<User> {
    return this.#byGroup.get(groupId);
  }

  [Symbol.iterator](): Iterator<User> {
    return this.#byId.values();
  }

  add(user: User): void {
    this.#byId.set(user.userId, user);
    this.#enter(user);
  }

  remove(user: User): void {
    this.#byId.delete(user.userId);
    this.#leave(user);
  }

  /** The only way to change a user who is in the store: indexes follow. */
  update(user: User, changes: Partial<User>): void {
    this.#leave(user);
    Object.assign(user, changes);
    this.#enter(user);
  }

  /** Users that pass the filter, in order. */
  ordered(filter: UserFilter, sortFields: string | undefined): Ordered<User> {
    const key = JSON.stringify(
      [
        filter.firstName,
        filter.lastName,
        filter.username,
        filter.status,
        filter.groupId,
        sortFields,
      ].map(foldIfText),
    );
    const kept = this.#orders.get(key);
    if (kept) {
      this.#orders.delete(key);
      this.#orders.set(key, kept);
      return kept;
    }
    const candidates = this.#candidates(filter);
    const keys = sortKeysOf(USER_ORDER, sortFields);
    const accepts = acceptor(filter);
    if (candidates.size <= this.#few) return sorted([...candidates].filter(accepts), keys);
    const order = new UserOrder(candidates, accepts, keys);
    this.#orders.set(key, order);
    for (const oldest of this.#orders.keys()) {
      if (this.#orders.size <= MOST_ORDERS) break;
      this.#orders.delete(oldest);
    }
    return order;
  }

  /** The fewest users that an index can narrow the filter down to. */
  #candidates({ username, firstName, lastName, groupId }: UserFilter): Candidates {
    if (username !== undefined) {
      const user = this.withUsername(username);
      return new Set(user ? [user] : []);
    }
    const all = { size: this.size, [Symbol.iterator]: () => this[Symbol.iterator]() } as Candidates;
    const sets = [
      all,
      ...(firstName === undefined ? [] : [this.#byFirstName.get(fold(firstName))]),
      ...(lastName === undefined ? [] : [this.#byLastName.get(fold(lastName))]),
      ...(groupId === undefined ? [] : [this.#byGroup.get(groupId)]),
    ];
    return sets.reduce((fewest, set) => (set.size < fewest.size ? set : fewest));
  }

  #enter(user: User): void {
    this.#byUsername.set(fold(user.username), user);
    this.#byUname.set(user.uname, user);
    this.#byFirstName.add(fold(user.firstName), user);
    this.#byLastName.add(fold(user.lastName), user);
    this.#byGroup.add(user.groupId, user);
    this.#count(user, 1);
    for (const order of this.#orders.values()) order.add(user);
  }

  #leave(user: User): void {
    this.#byUsername.delete(fold(user.username));
    this.#byUname.delete(user.uname);
    this.#byFirstName.delete(fold(user.firstName), user);
    this.#byLastName.delete(fold(user.lastName), user);
    this.#byGroup.delete(user.groupId, user);
    this.#count(user, -1);
    for (const order of this.#orders.values()) order.remove(user);
  }

  #count(user: User, by: 1 | -1): void {
    if (user.status !== 2) return;
    this.#active += by;
    this.#activeInGroup.set(user.groupId, this.activeIn(user.groupId) + by);
    if (user.isAdmin && !user.suspended) this.#activeAdmins += by;
  }
}

type Candidates = Iterable<User> & { readonly size: number };

/** Users by a value that several of them may have. */
class Index {
  readonly #sets = new Map<string, Set<User>>();

  get(value: string): ReadonlySet<User> {
    return this.#sets.get(value) ?? new Set();
  }

  add(value: string, user: User): void {
    const set = this.#sets.get(value);
    if (set) set.add(user);
    else this.#sets.set(value, new Set([user]));
  }

  delete(value: string, user: User): void {
    const set = this.#sets.get(value);
    set?.delete(user);
    if (set?.size === 0) this.#sets.delete(value);
  }
}

const fold = (text = ""): string => text.toLowerCase();

const foldIfText = (value: unknown, at: number): unknown =>
  typeof value === "string" && at < 3 ? fold(value) : value;

const acceptor = ({
  firstName,
  lastName,
  username,
  status,
  groupId,
}: UserFilter): ((user: User) => boolean) => {
  const first = firstName && fold(firstName);
  const last = lastName && fold(lastName);
  const name = username && fold(username);
  return (user) =>
    (first === undefined || fold(user.firstName) === first) &&
    (last === undefined || fold(user.lastName) === last) &&
    (name === undefined || fold(user.username) === name) &&
    (status === undefined || user.status === status) &&
    (groupId === undefined || user.groupId === groupId);
};
