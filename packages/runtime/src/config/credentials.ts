import {
  doesIdentityRequireRefresh,
  isIdentityExpired,
  memoizeIdentityProvider,
} from "@smithy/core";
import type { Identity, IdentityProvider } from "@smithy/types";

/** Providers of the AWS packages say that they keep their result themselves. */
interface MaybeMemoized {
  readonly memoized?: boolean;
}

/**
 * A provider that asks the one given only when it must: the first time, and shortly before what it
 * gave expires. The given provider learns of the client it works for.
 */
export const identityProvider = <T extends Identity>(
  identity: T | IdentityProvider<T>,
  callerClientConfig: object,
): IdentityProvider<T> => {
  const provider =
    typeof identity === "function" && (identity as MaybeMemoized).memoized
      ? identity
      : memoizeIdentityProvider(identity, isIdentityExpired, doesIdentityRequireRefresh)!;
  return (properties) => provider({ ...properties, callerClientConfig });
};
