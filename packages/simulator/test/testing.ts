import { Wickr } from "@wickr-admin/client";
import type { Simulator } from "../src/simulator.js";
import { createClientHandler } from "./client-handler.js";

export const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example-secret" };

/** A client whose requests the simulator answers, without any network. */
export const createClient = (wickr: Simulator, maxAttempts = 1): Wickr =>
  new Wickr({
    region: "us-east-1",
    endpoint: "https://wickr.test",
    credentials: CREDENTIALS,
    maxAttempts,
    requestHandler: createClientHandler(wickr),
  });

/** What a call was refused with. */
export const refusal = async (call: Promise<unknown>): Promise<Refusal> =>
  call.then(
    () => {
      throw new Error("The call was not refused.");
    },
    (error: Refusal) => error,
  );

/** An error of the service. */
export interface Refusal extends Error {
  readonly reasons?: readonly { readonly field?: string; readonly reason?: string }[];
  readonly $metadata: { readonly httpStatusCode?: number; readonly attempts?: number };
}
