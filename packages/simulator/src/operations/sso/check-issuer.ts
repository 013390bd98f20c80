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
