import type { OidcConfigInfo } from "@wickr-admin/client";
import type { NetworkRecord } from "../../state/network.js";
import type { OidcConfig } from "../../state/oidc.js";

/** A configuration as callers see it: without secrets, which can only be written. */
export const describeOidc = (
  { networkName }: NetworkRecord,
  config: OidcConfig,
): OidcConfigInfo => ({
  applicationName: `${networkName} SSO`,
  clientId: config.clientId,
  companyId: config.companyId,
  scopes: config.scopes,
  issuer: config.issuer,
  redirectUrl: "https://sso.wickr.example/deeplink/oidc.php",
  userId: config.userId,
  customUsername: config.customUsername,
  applicationId: config.applicationId,
  ssoTokenBufferMinutes: config.ssoTokenBufferMinutes,
  extraAuthParams: config.extraAuthParams,
});
