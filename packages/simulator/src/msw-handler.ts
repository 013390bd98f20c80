import { toMswResponse } from "@wickr-admin/runtime/mock";
import { type HttpHandler, http } from "msw";
import type { Simulator } from "./simulator.js";

/** A handler of msw that answers requests for the simulator, and leaves all others alone. */
export const createMswHandler = (
  simulator: Simulator,
  accepts: (request: Request) => boolean,
): HttpHandler =>
  http.all("*", async ({ request }) =>
    accepts(request) ? toMswResponse(await simulator.handle(request)) : undefined,
  );
