import {
  type ServerRequest,
  type ServerResponse,
  errorResponse,
} from "@wickr-admin/runtime/server";
import type { ManualClock } from "../clock.js";
import type { Fault } from "../faults/fault.js";
import type { Simulator } from "../simulator.js";
import type { Snapshot } from "../snapshot.js";
import { type TransitionName, transitions } from "../transitions/index.js";

/** Paths that begin like this are not the service's but the simulator's own. */
export const CONTROL = "/_simulator/";

/** What the control paths work on. */
interface Controlled {
  readonly simulator: Simulator;
  /** Moves the server's clock. */
  readonly advance: ManualClock["advance"];
  /** Waits until changes are safe. */
  readonly settle: () => Promise<void>;
  /** Called when the state was replaced as a whole. */
  readonly replaced: () => Promise<void>;
}

type Action = (
  controlled: Controlled,
  json: unknown,
) => object | undefined | void | Promise<object | undefined | void>;

/** What can be asked of the simulator itself, over HTTP. */
const ACTIONS: Readonly<Record<string, Action>> = {
  "GET state": ({ simulator }) => simulator.snapshot(),
  "PUT state": ({ simulator, replaced }, json) => {
    simulator.restore(json as Snapshot);
    return replaced();
  },
  "POST reset": ({ simulator, replaced }) => {
    simulator.reset();
    return replaced();
  },
  "POST faults": ({ simulator }, json) => {
    simulator.faults.add(json as Fault);
  },
  "DELETE faults": ({ simulator }) => {
    simulator.faults.clear();
  },
  "POST clock": ({ advance }, json) => advance(json as Parameters<typeof advance>[0]),
};

/** Answers requests to `/_simulator/…`: lets things happen that no administrator can do. */
export const answerControl = async (
  controlled: Controlled,
  request: ServerRequest,
): Promise<ServerResponse> => {
  const path = request.url.slice(CONTROL.length).replace(/\?.*/, "");
  const action = actionOf(request.method, path);
  if (!action) {
    return errorResponse(404, "NotFound", {
      message: `Nothing answers to ${request.method} ${CONTROL}${path}`,
    });
  }
  try {
    // Pages of other origins cannot send JSON without asking first.
    const isJson = request.headers["content-type"]?.startsWith("application/json") ?? false;
    if (request.method !== "GET" && !isJson)
      return errorResponse(415, "UnsupportedMediaType", { message: "Send application/json" });
    const text = new TextDecoder().decode(request.body);
    const output = await action(controlled, text === "" ? {} : JSON.parse(text));
    await controlled.settle();
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(output ?? {}),
    };
  } catch (error) {
    const { name, message } = error as Error;
    return errorResponse(name === "ResourceNotFoundError" ? 404 : 400, name, { message });
  }
};

const actionOf = (method: string, path: string): Action | undefined => {
  const [kind, name = ""] = path.split("/");
  if (method === "POST" && kind === "transitions" && Object.hasOwn(transitions, name))
    return ({ simulator }, json) => simulator.transit(name as TransitionName, json as never);

  const key = `${method} ${path}`;
  return Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
};
