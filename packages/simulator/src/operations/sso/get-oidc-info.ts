import type { GetOidcInfoRequest, OidcTokenInfo } from "@wickr-admin/client";
import { badRequest, notFound } from "../../errors.js";
import { sha256Base64Url } from "../../hash.js";
import { findNetwork } from "../../state/find.js";
import type { OidcConfig } from "../../state/oidc.js";
import type { OperationHandler } from "../operation.js";

import { describeOidc } from "./describe-oidc.js";

/** Returns the single sign-on configuration and, for an authorization code, tokens. */
export const getOidcInfo: OperationHandler<"GetOidcInfo"> = (state, input) => {
  const { record } = findNetwork(state, input.networkId);
  if (!record.oidc) throw notFound("The network has no OIDC configuration");
  return {
    openidConnectInfo: describeOidc(record, record.oidc),
    tokenInfo: input.code === undefined ? undefined : exchange(record.oidc, input.code, input),
  };
};

/** Plays the identity provider: the same code always gives the same tokens. */
const exchange = (config: OidcConfig, code: string, input: GetOidcInfoRequest): OidcTokenInfo => {
  const {
    clientId = config.clientId,
    clientSecret,
    grantType = "authorization_code",
    codeVerifier,
  } = input;
  if (clientId !== config.clientId)
    throw badRequest("The identity provider does not know the client id");
  if (grantType !== "authorization_code")
    throw badRequest("The identity provider does not support the grant type");
  // Secrets arrive here as digests, like those in the state.
  if (
    clientSecret !== undefined &&
    config.secretDigest !== undefined &&
    clientSecret !== config.secretDigest
  )
    throw badRequest("The identity provider refused the client secret");

  const token = (kind: string): string =>
    sha256Base64Url(`${kind} ${config.issuer} ${clientId} ${code}`);
  return {
    codeVerifier,
    codeChallenge: codeVerifier === undefined ? undefined : sha256Base64Url(codeVerifier),
    accessToken: token("access"),
    idToken: token("id"),
    refreshToken: token("refresh"),
    tokenType: "Bearer",
    expiresIn: 3600,
  };
};
