/** How members of a network sign in with an identity provider. */
export interface OidcConfig {
  readonly companyId: string;
  readonly issuer: string;
  readonly scopes: string;
  readonly clientId: string;
  readonly applicationId: number;
  readonly userId?: string | undefined;
  readonly customUsername?: string | undefined;
  readonly extraAuthParams?: string | undefined;
  readonly ssoTokenBufferMinutes?: number | undefined;
  /** Digest of the client secret; the secret itself is kept nowhere. */
  readonly secretDigest?: string | undefined;
}
