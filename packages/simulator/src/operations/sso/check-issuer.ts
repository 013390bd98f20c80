import type { Reasons } from "../../errors.js";

/** Notes what is wrong with an issuer. */
export const checkIssuer = (reasons: Reasons, issuer: string): void => {
  reasons.require(
    issuer.startsWith("https://") && URL.canParse(issuer),
    "issuer",
    "Must be an https URL",
  );
};

/** An issuer without the slash that may stand at its end. */
export const trimIssuer = (issuer: string): string => issuer.replace(/\/+$/, "");

/** Whether an issuer answers. A simulator asks nobody: hosts that cannot exist do not answer, all others do. */
export const isReachable = (issuer: string, unreachable: readonly string[]): boolean =>
  !unreachable.map(trimIssuer).includes(trimIssuer(issuer)) &&
  !new URL(issuer).hostname.endsWith(".invalid");
