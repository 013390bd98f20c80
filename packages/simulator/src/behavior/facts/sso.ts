import { invalid } from "../../errors.js";
import type { Fact } from "./fact.js";

/** Prefixes that were seen; of other regions only the form is known. */
const PREFIXES: Readonly<Record<string, RegExp>> = {
  "ap-southeast-1": /^AS1-/,
  "us-east-1": /^UE1-/,
};
const ANY_PREFIX = /^[A-Z]{2,3}\d-/;

export const L19: Fact = {
  id: "L19",
  seen: "2026-04",
  says: "A companyId needs the prefix of its region: UE1- in us-east-1, AS1- in ap-southeast-1.",
  answers: {
    checkCompanyId: (reasons, companyId, region) =>
      reasons.require(
        (PREFIXES[region] ?? ANY_PREFIX).test(companyId),
        "companyId",
        `Must begin with the prefix of the region ${region}`,
      ),
  },
};

export const L20: Fact = {
  id: "L20",
  seen: "2026-04",
  says: 'RegisterOidcConfig asks the issuer, and sometimes fails although it answers: a ValidationError whose reasons say "OIDC URL connection test failed". The same call succeeds a moment later.',
  answers: {
    unreachableIssuer: () =>
      invalid([{ field: "issuer", reason: "OIDC URL connection test failed" }]),
  },
};
