import { operations as schemas } from "@wickr-admin/mock/operations";
import {
  type OperationSchema,
  type Router,
  type ServerRequest,
  type ServerResponse,
  createRouter,
  createService,
} from "@wickr-admin/runtime/mock";
import type { Engine } from "./engine.js";
import { BROKEN, internalError, malform, rateLimited, truncate } from "./faults/break-response.js";
import type { FaultList, Misfortune } from "./faults/fault-list.js";
import type { OperationName } from "./operations/operation.js";

/** Passes a request on, or answers in the place of what comes behind. */
export type Guard = (request: ServerRequest) => Promise<ServerResponse | undefined>;

/** What the parts of a {@link Responder} are. */
export interface ResponderParts {
  readonly engine: Engine;
  readonly faults: FaultList;
  /** Asked before anything is done. */
  readonly guard?: Guard | undefined;
  /** Waits until what was done is safe; the answer goes out only then. */
  readonly settle?: (() => Promise<void>) | undefined;
  readonly sleep?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** Answers requests at the wire: decodes, lets the engine act, encodes, and spoils what faults ask for. */
export class Responder {
  readonly #parts: ResponderParts;
  readonly #service;
  readonly #router: Router<OperationSchema> = createRouter<OperationSchema>(Object.values(schemas));

  constructor(parts: ResponderParts) {
    this.#parts = parts;
    this.#service = createService<undefined>(Object.values(schemas), ({ operation, input }) =>
      parts.engine.call(operation.name as OperationName, input as never),
    );
  }

  /** Which operation a request is for. */
  operationOf(method: string, url: string): OperationName | undefined {
    const at = url.indexOf("?");
    const path = at < 0 ? url : url.slice(0, at);
    const query = new URLSearchParams(at < 0 ? "" : url.slice(at));
    return this.#router(method, path, query)?.target.name as OperationName | undefined;
  }

  async answer(request: ServerRequest): Promise<ServerResponse> {
    const { faults, guard, sleep = waitFor } = this.#parts;
    const operation = faults.isEmpty ? undefined : this.operationOf(request.method, request.url);
    if (operation === undefined) return (await guard?.(request)) ?? this.#act(request);
    const misfortune = faults.draw(operation);
    if (misfortune.delay > 0) await sleep(misfortune.delay);
    return this.#spoil(misfortune, async () => (await guard?.(request)) ?? this.#act(request));
  }

  async #act(request: ServerRequest): Promise<ServerResponse> {
    const response = await this.#service.answer(
      { ...request, url: joinSortFields(request.url) },
      undefined,
    );
    const { settle } = this.#parts;
    if (!settle) return response;
    try {
      await settle();
      return response;
    } catch {
      // What was done may be lost: the caller must not take it for granted.
      return internalError("The change could not be stored");
    }
  }

  async #spoil(
    { effect }: Misfortune,
    act: () => Promise<ServerResponse>,
  ): Promise<ServerResponse> {
    if (!effect) return act();
    if ("error" in effect) {
      return effect.error === "RateLimitError" ? rateLimited(effect.retryAfter) : internalError();
    }
    if ("drop" in effect) {
      if (effect.drop === "after") await act();
      return BROKEN;
    }
    return effect.body === "truncated" ? truncate(await act()) : malform(await act());
  }
}

const waitFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A `+` between sort fields that the caller left as it is would be read as a space. */
const joinSortFields = (url: string): string =>
  url.includes("sortFields=")
    ? url.replace(
        /([?&]sortFields=)([^&]*)/,
        (_, name: string, value: string) => name + value.replaceAll(/\+|%20/g, "%2B"),
      )
    : url;
