import { isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";

/**
 * Whether the next question may be answered otherwise: throttling, errors of the server, broken
 * connections, time limits of requests. Clients have tried those again before they give up.
 */
export const mayPass = (error: unknown): boolean => {
  const given = Object(error) as never;
  return isThrottlingError(given) || isTransientError(given) || isServerError(given);
};
