import { Reasons, badRequest } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { checkIssuer, isReachable, trimIssuer } from "./check-issuer.js";

/** Reads what an identity provider says of itself, and stores nothing. */
export const registerOidcConfigTest: OperationHandler<"RegisterOidcConfigTest"> = (
  state,
  input,
  { settings },
) => {
  findNetwork(state, input.networkId);
  const reasons = new Reasons();
  checkIssuer(reasons, input.issuer);
  reasons.require(input.scopes.trim() !== "", "scopes", "Must not be empty");
  reasons.throwIfAny();
  const issuer = trimIssuer(input.issuer);
  if (!isReachable(issuer, settings.unreachableIssuers))
    throw badRequest("The identity provider could not be reached");
  return {
    tokenEndpoint: `${issuer}/oauth2/v1/token`,
    userinfoEndpoint: `${issuer}/oauth2/v1/userinfo`,
    responseTypesSupported: ["code", "id_token"],
    scopesSupported: [...new Set(["openid", ...input.scopes.trim().split(/\s+/)])],
    issuer,
    authorizationEndpoint: `${issuer}/oauth2/v1/authorize`,
    endSessionEndpoint: `${issuer}/oauth2/v1/logout`,
    logoutEndpoint: `${issuer}/oauth2/v1/logout`,
    grantTypesSupported: ["authorization_code", "refresh_token"],
    revocationEndpoint: `${issuer}/oauth2/v1/revoke`,
    tokenEndpointAuthMethodsSupported: ["client_secret_basic", "client_secret_post"],
    microsoftMultiRefreshToken: new URL(issuer).hostname === "login.microsoftonline.com",
  };
};
