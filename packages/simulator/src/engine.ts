import type { Change } from "./change.js";
import type { Clock } from "./clock.js";
import type { Context } from "./context.js";
import { sha256Hex } from "./hash.js";
import { Ids } from "./ids.js";
import { operations } from "./operations/index.js";
import type { OperationInput, OperationName, OperationOutput } from "./operations/operation.js";
import { sealSecrets } from "./seal.js";
import type { ServiceSettings } from "./settings.js";
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

  get now(): number {
    return this.#clock();
  }

  /** Lets somebody know of all that changes the state from now on. */
  onChange(listener: (change: Change) => void): void {
    this.#listeners.push(listener);
  }

  /** Carries out an operation. */
  call<Name extends OperationName>(name: Name, input: OperationInput<Name>): OperationOutput<Name> {
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
    const context: Context = { now: time, ids: this.#ids, settings: this.#settings };
    if (kind === "transition")
      return run(transitions, name as TransitionName, this.#state, input, context);
    const { idempotency } = this.#state;
    const { clientToken: token, ...rest } = input as { clientToken?: string; networkId?: string };
    if (token === undefined)
      return run(operations, name as OperationName, this.#state, input, context);
    const request = sha256Hex(JSON.stringify(rest));
    const first = idempotency.find(name, token, request, time);
    if (first) return first;
    const output = run(operations, name as OperationName, this.#state, input, context);
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
