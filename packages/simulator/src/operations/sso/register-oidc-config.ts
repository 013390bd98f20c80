import { Reasons } from "../../errors.js";
import { stageOf } from "../../state/deletions.js";
import { findNetwork } from "../../state/find.js";
import type { OidcConfig } from "../../state/oidc.js";
import type { OperationHandler } from "../operation.js";
import { checkIssuer, isReachable, trimIssuer } from "./check-issuer.js";
import { describeOidc } from "./describe-oidc.js";

/** Sets up single sign-on; what was set up before is replaced, but for a secret that is left out. */
export const registerOidcConfig: OperationHandler<"RegisterOidcConfig"> = (
  state,
  input,
  { behavior, now, settings },
) => {
  const { record } = findNetwork(state, input.networkId);
  const reasons = new Reasons();
  checkIssuer(reasons, input.issuer);
  reasons.require(input.scopes.trim() !== "", "scopes", "Must not be empty");
  reasons.require(input.companyId.trim() !== "", "companyId", "Must not be empty");
  behavior.checkCompanyId(reasons, input.companyId, settings.region);
  for (const other of state.networks.values()) {
    const isOther =
      other.record === record ||
      other.record.oidc?.companyId !== input.companyId ||
      stageOf(state, other.record.networkId, now) === "deleted";
    reasons.require(isOther, "companyId", "Another network has this company ID");
  }
  reasons.require(
    (input.ssoTokenBufferMinutes ?? 0) >= 0,
    "ssoTokenBufferMinutes",
    "Must not be negative",
  );
  reasons.throwIfAny();
  if (behavior.unreachableIssuer && !isReachable(input.issuer, settings.unreachableIssuers))
    throw behavior.unreachableIssuer();

  const config: OidcConfig = {
    companyId: input.companyId,
    issuer: trimIssuer(input.issuer),
    scopes: input.scopes,
    clientId: input.userId ?? `wickr-${input.networkId}`,
    applicationId: 1,
    userId: input.userId,
    customUsername: input.customUsername,
    extraAuthParams: input.extraAuthParams,
    ssoTokenBufferMinutes: input.ssoTokenBufferMinutes,
    secretDigest: input.secret ?? record.oidc?.secretDigest,
  };
  record.oidc = config;
  return describeOidc(record, config);
};
