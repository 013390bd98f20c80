import type { Engine } from "../engine.js";
import type { Device } from "../state/device.js";
import { findNetwork, findUser } from "../state/find.js";
import type { Invite, User, UserStatus } from "../state/user.js";
import type { TransitionInput } from "../transitions/index.js";

/** A user as they are at the moment of each look, and what the person behind the account can do. */
export class UserView {
  readonly networkId: string;
  readonly userId: string;
  readonly #engine: Engine;

  constructor(engine: Engine, networkId: string, userId: string) {
    this.#engine = engine;
    this.networkId = networkId;
    this.userId = userId;
  }

  /** All that the service knows of the user. */
  get record(): Readonly<User> {
    return findUser(findNetwork(this.#engine.state, this.networkId), this.userId);
  }

  get username(): string {
    return this.record.username;
  }

  get firstName(): string | undefined {
    return this.record.firstName;
  }

  get lastName(): string | undefined {
    return this.record.lastName;
  }

  get groupId(): string {
    return this.record.groupId;
  }

  /** 1 while the invitation is pending, 2 once the user is active. */
  get status(): UserStatus {
    return this.record.status;
  }

  get suspended(): boolean {
    return this.record.suspended;
  }

  get isAdmin(): boolean {
    return this.record.isAdmin;
  }

  get uname(): string {
    return this.record.uname;
  }

  /** The invitation, as long as it was not accepted. */
  get invite(): Readonly<Invite> | undefined {
    return this.record.invite;
  }

  get devices(): readonly Readonly<Device>[] {
    return this.record.devices ?? [];
  }

  /** Accepts the invitation. */
  acceptInvitation(inviteCode?: string): this {
    this.#engine.transit("acceptInvitation", { ...this.#name, inviteCode });
    return this;
  }

  /** Turns the invitation down: the account is gone. */
  rejectInvitation(): void {
    this.#engine.transit("rejectInvitation", this.#name);
  }

  /** Signs in, on a new device unless the id of a known one is given; returns the id of the device. */
  signIn(device: { readonly appId?: string; readonly type?: string } = {}): string {
    return this.#engine.transit("signIn", { ...this.#name, ...device }).appId;
  }

  /** Writes or reads something. */
  useApp(): this {
    this.#engine.transit("useApp", this.#name);
    return this;
  }

  /** Enters a wrong password. */
  enterWrongPassword(): this {
    this.#engine.transit("enterWrongPassword", this.#name);
    return this;
  }

  /** Suspends a device or lifts that. */
  suspendDevice(appId: string, suspend = true): this {
    this.#engine.transit("suspendDevice", { ...this.#name, appId, suspend });
    return this;
  }

  /** Changes what no operation can, such as `isAdmin`. */
  change(changes: TransitionInput<"changeUser">["changes"]): this {
    this.#engine.transit("changeUser", { ...this.#name, changes });
    return this;
  }

  get #name() {
    return { networkId: this.networkId, userId: this.userId };
  }
}
