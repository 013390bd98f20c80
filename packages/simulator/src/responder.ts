import { BROKEN, type ServerRequest, type ServerResponse } from "@wickr-admin/runtime/server";
import type { Engine } from "./engine.js";
import {
  internalError,
  issuerFailed,
  malform,
  rateLimited,
  truncate,
} from "./faults/break-response.js";
import type { OperationInput, OperationName } from "./operations/operation.js";
import { hasNullSetting } from "./null-settings.js";
import type { FaultList, Misfortune } from "./faults/fault-list.js";
import { type WireService, createWireService } from "./wire-service.js";

/** Passes a request on, or answers in the place of what comes behind. */
export type Guard = (request: ServerRequest) => Promise<ServerResponse | undefined>;

/** What the parts of a {@link Responder} are. */
interface ResponderParts {
  readonly engine: Engine;
  readonly faults: FaultList;
  /** Asked before anything is done. */
  readonly guard?: Guard | undefined;
  /** Waits until what was done is safe, if it is not; the answer goes out only then. */
  readonly settle?: (() => Promise<void> | undefined) | undefined;
  readonly sleep?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** Lets a service answer, if the guard agrees and when all is safe, and spoils what faults ask for. */
export class Responder {
  readonly #parts: ResponderParts;
  readonly #service: WireService;

  constructor(parts: ResponderParts) {
    this.#parts = parts;
    const { engine } = parts;
    const { nullSetting, unpublished } = engine.behavior;
    this.#service = createWireService(unpublished, (name, input, request) => {
      if (nullSetting && name === "UpdateSecurityGroup" && hasNullSetting(request)) {
        const { networkId, groupId } = input as OperationInput<"UpdateSecurityGroup">;
        engine.admit(name, input);
        if (engine.state.networks.get(networkId)?.groups.has(groupId)) throw nullSetting();
      }
      return engine.call(name, input as never);
    });
  }

  /** Which operation a request is for. */
  operationOf(method: string, url: string): OperationName | undefined {
    return this.#service.operationOf(method, url);
  }

  /** At once, where nothing has to be waited for. */
  answer(request: ServerRequest): ServerResponse | Promise<ServerResponse> {
    const { faults, guard } = this.#parts;
    return faults.isEmpty && !guard ? this.#act(request) : this.#answerWithCare(request);
  }

  async #answerWithCare(request: ServerRequest): Promise<ServerResponse> {
    const { faults, guard, sleep = waitFor } = this.#parts;
    const act = async () => (await guard?.(request)) ?? this.#act(request);
    const operation = faults.isEmpty ? undefined : this.operationOf(request.method, request.url);
    if (operation === undefined) return act();
    const misfortune = faults.draw(operation);
    if (misfortune.delay > 0) await sleep(misfortune.delay);
    return spoil(misfortune, act);
  }

  #act(request: ServerRequest): ServerResponse | Promise<ServerResponse> {
    const response = this.#service.answer(request);
    const settled = this.#parts.settle?.();
    if (!settled) return response;
    return settled.then(
      () => response,
      // What was done may be lost: the caller must not take it for granted.
      () => internalError("The change could not be stored"),
    );
  }
}

const spoil = async (
  { effect }: Misfortune,
  act: () => Promise<ServerResponse>,
): Promise<ServerResponse> => {
  if (!effect) return act();
  if ("error" in effect) {
    if (effect.error === "RateLimitError") return rateLimited(effect.retryAfter);
    return effect.error === "OidcConnectionTest" ? issuerFailed() : internalError();
  }
  if ("drop" in effect) {
    if (effect.drop === "after") await act();
    return BROKEN;
  }
  return effect.body === "truncated" ? truncate(await act()) : malform(await act());
};

const waitFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
