import { type RateLimitError, WickrClient } from "@wickr-admin/client";
import type { RequestHandler } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/** Runs handlers around the tests of a file. Handlers that a test adds go after it. */
export const serve = (...handlers: RequestHandler[]) => {
  const server = setupServer(...handlers);
  beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return server;
};

/** A client that retries without waiting. */
export const createClient = (options: ConstructorParameters<typeof WickrClient>[0] = {}) =>
  new WickrClient({
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    ...options,
  });

export const NETWORK = { networkId: "84620173" };

/** What a promise rejects with. */
export const failure = async <Failure extends Error = RateLimitError>(
  promise: Promise<unknown>,
): Promise<Failure> =>
  promise.then(
    () => {
      throw new Error("Expected a rejection.");
    },
    (error: Failure) => error,
  );
