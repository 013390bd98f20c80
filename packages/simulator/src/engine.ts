import type { Behavior } from "./behavior/behavior.js";
import { behaviorOf } from "./behavior/behaviors.js";
import type { Change } from "./change.js";
import type { Clock } from "./clock.js";
import type { Context } from "./context.js";
import { Reasons, notFound } from "./errors.js";
import { sha256Hex } from "./hash.js";
import { Ids } from "./ids.js";
import { operations } from "./operations/index.js";
import type { OperationInput, OperationName, OperationOutput } from "./operations/operation.js";
import { sealSecrets } from "./seal.js";
import type { ServiceSettings } from "./settings.js";
import { clearDeleted, stageOf } from "./state/deletions.js";
import { type ServiceState, createServiceState } from "./state/service.js";
import {
  type TransitionInput,
  type TransitionName,
  type TransitionOutput,
  transitions,
} from "./transitions/index.js";

/** These leave the state as it is. */
const READS = /^(Get|List)|^RegisterOidcConfigTest$/;

/** Runs operations and transitions on a state, one after the other. */
export class Engine {
  readonly #seed: string | number;
  readonly #settings: ServiceSettings;
  readonly #clock: Clock;
  readonly #behavior: Behavior;
  readonly #listeners: ((change: Change) => void)[] = [];
  #state: ServiceState;
  #ids: Ids;

  constructor(
    seed: string | number,
    settings: ServiceSettings,
    clock: Clock,
    state = createServiceState(),
  ) {
    this.#seed = seed;
    this.#settings = settings;
    this.#behavior = behaviorOf(settings.behavior);
    this.#clock = clock;
    this.#state = state;
    this.#ids = new Ids(state, seed);
  }

  get state(): ServiceState {
    return this.#state;
  }

  set state(state: ServiceState) {
    this.#state = state;
    this.#ids = new Ids(state, this.#seed);
  }

  get settings(): ServiceSettings {
    return this.#settings;
  }

  get behavior(): Behavior {
    return this.#behavior;
  }

  get now(): number {
    return this.#clock();
  }

  /** Lets somebody know of all that changes the state from now on. */
  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  /** The networks that are there, and those whose deletion goes on. */
  get networkIds(): readonly string[] {
    return [...this.#state.networks.keys()].filter((networkId) => this.hasNetwork(networkId));
  }

  /** Whether a network is there, be it that its deletion goes on. */
  hasNetwork(networkId: string): boolean {
    const isGone = stageOf(this.#state, networkId, this.now) === "deleted";
    return this.#state.networks.has(networkId) && !isGone;
  }

  /** @throws An error for operations on a network that is being deleted, or was. */
  admit(name: OperationName, { networkId }: { readonly networkId?: string }, now = this.now): void {
    const stage = networkId === undefined ? undefined : stageOf(this.#state, networkId, now);
    if (stage !== undefined) throw this.#behavior[stage](name, networkId as string);
  }

  /** Carries out an operation. */
  call<Name extends OperationName>(name: Name, input: OperationInput<Name>): OperationOutput<Name> {
    const reasons = new Reasons();
    this.#behavior.checkInput(reasons, name, input);
    reasons.throwIfAny();
    const change: Change = {
      kind: "operation",
      name,
      input: sealSecrets(name, input),
      time: this.now,
    };
    const output = this.#perform(change) as OperationOutput<Name>;
    if (!READS.test(name)) this.#tell(change);
    return output;
  }

  /** Lets something happen that no administrator can do. */
  transit<Name extends TransitionName>(
    name: Name,
    input: TransitionInput<Name>,
  ): TransitionOutput<Name> {
    // A copy: what the test does with its objects afterwards is its own affair.
    const change: Change = {
      kind: "transition",
      name,
      input: structuredClone(input),
      time: this.now,
    };
    const output = this.#perform(change) as TransitionOutput<Name>;
    this.#tell(change);
    return output;
  }

  /** Does again what was done before. */
  replay(change: Change): void {
    this.#perform(change);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  #perform({ kind, name, input, time }: Change): object | undefined {
    const context: Context = {
      now: time,
      ids: this.#ids,
      settings: this.#settings,
      behavior: this.#behavior,
    };
    if (kind === "transition") {
      const { networkId } = input as { readonly networkId: string };
      if (stageOf(this.#state, networkId, time) === "deleted")
        throw notFound(`Network ${networkId} was not found`);
      const output = run(transitions, name as TransitionName, this.#state, input, context);
      clearDeleted(this.#state, time);
      return output;
    }
    const output = this.#operate(name as OperationName, input, context);
    // Refused calls and those that only read leave the state as it is.
    if (!READS.test(name)) clearDeleted(this.#state, time);
    return output;
  }

  #operate(name: OperationName, input: object, context: Context): object | undefined {
    const act = (): object | undefined => {
      this.admit(name, input, context.now);
      return run(operations, name, this.#state, input, context);
    };
    const time = context.now;
    const { idempotency } = this.#state;
    const { clientToken: token, ...rest } = input as { clientToken?: string; networkId?: string };
    if (token === undefined) return act();
    const request = sha256Hex(JSON.stringify(rest));
    const first = idempotency.find(name, token, request, time);
    if (first) return first;
    const output = act();
    const networkId = name === "DeleteNetwork" ? undefined : rest.networkId;
    idempotency.remember({
      operation: name,
      networkId,
      token,
      request,
      answer: JSON.stringify(output),
      time,
    });
    return output;
  }
}

type Handler = (state: ServiceState, input: object, context: Context) => object | undefined;

/** Which input belongs to which name is known by whoever called; here it is only passed on. */
const run = <Name extends string>(
  handlers: Readonly<Record<Name, unknown>>,
  name: Name,
  state: ServiceState,
  input: object,
  context: Context,
): object | undefined => (handlers[name] as Handler)(state, input, context);
