import {
  type ServerRequest,
  type ServerResponse,
  readFetchRequest,
  toResponse,
} from "@wickr-admin/runtime/server";
import { type Clock, systemClock } from "./clock.js";
import { type Place, placeOf } from "./endpoint.js";
import { Engine } from "./engine.js";
import { FaultList } from "./faults/fault-list.js";
import type { Fault } from "./faults/fault.js";
import { type Guard, Responder } from "./responder.js";
import type { OperationName } from "./operations/operation.js";
import { type Scene, setScene } from "./scene.js";
import { DEFAULT_SETTINGS, type ServiceSettings, type SettingsOptions } from "./settings.js";
import { createSignatureGuard } from "./signatures/signature-guard.js";
import { type Snapshot, readSnapshot, takeSnapshot } from "./snapshot.js";
import type { Change } from "./change.js";
import type { ServiceState } from "./state/service.js";
import type { TransitionInput, TransitionName, TransitionOutput } from "./transitions/index.js";
import { NetworkView } from "./view/network-view.js";

/** How a simulator is set up. Every member has a default. */
export interface SimulatorOptions extends Scene, SettingsOptions {
  /** The same seed gives the same ids, codes and faults. */
  readonly seed?: string | number | undefined;
  /** Tells the time; that of the computer if not given. See `createClock`. */
  readonly clock?: Clock | undefined;
  /** Where the service lives, as with the client's `endpoint`. Any origin if not given. */
  readonly endpoint?: string | URL | undefined;
  /** What goes wrong; `wickr.faults` adds more later. */
  readonly faults?: readonly Fault[] | undefined;
  /** Secret access keys by access key id: requests must be signed with one of them. Unchecked if not given. */
  readonly credentials?: Readonly<Record<string, string>> | undefined;
  /** How latency faults wait; tests need not really wait. */
  readonly sleep?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** What only a server needs of a simulator. */
interface ServerParts {
  /** Taken up in the place of a scene. */
  readonly state?: ServiceState | undefined;
  /** Waits until what was done is safe. */
  readonly settle?: (() => Promise<void> | undefined) | undefined;
}

/** A whole Wickr admin service in memory. */
export class Simulator {
  /** What goes wrong, now and later. */
  readonly faults: FaultList;
  readonly #options: SimulatorOptions;
  readonly #settings: ServiceSettings;
  readonly #engine: Engine;
  readonly #responder: Responder;
  readonly #place: Place;
  /** When the scene was set. */
  readonly #start: number;

  constructor(options: SimulatorOptions = {}, parts: ServerParts = {}) {
    this.#options = options;
    this.#settings = settingsOf(options);
    const { seed = 0, clock = systemClock, credentials, sleep } = options;
    this.#start = clock();
    this.#place = placeOf(options.endpoint);
    this.faults = new FaultList(seed, options.faults);
    this.#engine = new Engine(seed, this.#settings, clock, parts.state ?? this.#setScene());
    const guard: Guard | undefined =
      credentials &&
      createSignatureGuard({
        credentials,
        region: this.#settings.region,
        pathPrefix: this.#place.prefix,
      });
    this.#responder = new Responder({
      engine: this.#engine,
      faults: this.faults,
      guard,
      settle: parts.settle,
      sleep,
    });
  }

  /** The networks, in the order of their creation; also those whose deletion goes on. */
  get networks(): readonly NetworkView[] {
    return this.#engine.networkIds.map((networkId) => new NetworkView(this.#engine, networkId));
  }

  /** A network, by id or name; the only one, if nothing is given. */
  network(idOrName?: string): NetworkView {
    const { networks } = this;
    const fitting = networks.filter(
      ({ networkId, name }) =>
        idOrName === undefined || networkId === idOrName || name === idOrName,
    );
    if (fitting.length !== 1) {
      throw new Error(
        `${fitting.length} of ${networks.length} networks fit '${idOrName ?? "any"}'; one was asked for.`,
      );
    }
    return fitting[0] as NetworkView;
  }

  /** Answers a request of the fetch API, without any server. */
  handle = async (request: Request): Promise<Response> => {
    const received = await readFetchRequest(request, this.#place.locate(request.url) ?? "");
    // Requests that never were on a wire have no such header, and yet it is signed.
    const headers = this.#options.credentials
      ? { host: new URL(request.url).host, ...received.headers }
      : received.headers;
    return toResponse(await this.respond({ ...received, headers }));
  };

  /** The same under the name that it goes by elsewhere: `fetch(request)`, or `fetch(url, init)`. */
  fetch = async (input: Request | URL | string, init?: RequestInit): Promise<Response> =>
    this.handle(new Request(input, init));

  /** Whether a request goes to the simulator's endpoint, be it for one of the operations or not. */
  covers(request: { readonly url: string }): boolean {
    return this.#place.locate(request.url) !== undefined;
  }

  /** Whether a request is for one of the operations. */
  knows(request: Request): boolean {
    return this.operationOf(request) !== undefined;
  }

  /** The operation that a request is for. */
  operationOf(request: {
    readonly method: string;
    readonly url: string;
  }): OperationName | undefined {
    const url = this.#place.locate(request.url);
    return url === undefined ? undefined : this.#responder.operationOf(request.method, url);
  }

  /** Answers a request that is not tied to any HTTP library; at once, where nothing has to be waited for. */
  respond(request: ServerRequest): ServerResponse | Promise<ServerResponse> {
    return this.#responder.answer(request);
  }

  /** Lets something happen that no administrator can do; the views have a method for each. */
  transit<Name extends TransitionName>(
    name: Name,
    input: TransitionInput<Name>,
  ): TransitionOutput<Name> {
    return this.#engine.transit(name, input);
  }

  /** The whole state, as JSON. */
  snapshot(): Snapshot {
    return takeSnapshot(this.#engine.state);
  }

  /** Goes back to a snapshot, as often as needed. */
  restore(snapshot: Snapshot): void {
    this.#engine.state = readSnapshot(snapshot);
  }

  /** Goes back to how it was at the start, faults included. */
  reset(): void {
    this.faults.clear();
    for (const fault of this.#options.faults ?? []) this.faults.add(fault);
    this.#engine.state = this.#setScene();
  }

  /** Lets somebody know of all that changes the state from now on. */
  onChange(listener: (change: Change) => void): void {
    this.#engine.onChange(listener);
  }

  /** Does again what was done before. */
  replay(change: Change): void {
    this.#engine.replay(change);
  }

  /** What the simulator's clock says, in milliseconds since 1970. */
  get now(): number {
    return this.#engine.now;
  }

  /** What does not change while the simulator runs. */
  get settings(): ServiceSettings {
    return this.#settings;
  }

  /** The state itself, for who writes it out at once. */
  get state(): ServiceState {
    return this.#engine.state;
  }

  #setScene(): ServiceState {
    return setScene(this.#options, this.#options.seed ?? 0, this.#settings, this.#start);
  }
}

const settingsOf = (options: SettingsOptions): ServiceSettings => ({
  behavior: options.behavior ?? DEFAULT_SETTINGS.behavior,
  deletionTakes: options.deletionTakes ?? DEFAULT_SETTINGS.deletionTakes,
  suspensionLag: options.suspensionLag ?? DEFAULT_SETTINGS.suspensionLag,
  awsAccountId: options.awsAccountId ?? DEFAULT_SETTINGS.awsAccountId,
  region: options.region ?? DEFAULT_SETTINGS.region,
  administrator: options.administrator ?? DEFAULT_SETTINGS.administrator,
  dataRetentionBotRegisters:
    options.dataRetentionBotRegisters ?? DEFAULT_SETTINGS.dataRetentionBotRegisters,
  unreachableIssuers: options.unreachableIssuers ?? DEFAULT_SETTINGS.unreachableIssuers,
});
