import { toHex, toUint8Array } from "@smithy/core/serde";
import {
  ALGORITHM_IDENTIFIER,
  createScope,
  getCanonicalHeaders,
  getPayloadHash,
  getSigningKey,
  prepareRequest,
  SHA256_HEADER,
  SignatureV4Base,
  TOKEN_HEADER,
} from "@smithy/signature-v4";
import type { AwsCredentialIdentity, HttpRequest } from "@smithy/types";
import type { ResolvedConfig } from "../config/resolved-config.js";

/** When, and for which region and service. */
interface SigningOptions {
  readonly signingDate: Date;
  readonly signingRegion?: string;
  readonly signingService?: string;
}

/** What a hash class may offer besides: whole texts at once, in hexadecimal. */
interface TextHash {
  readonly hashText?: (text: string) => string;
  readonly signText?: (key: Uint8Array, text: string) => string;
}

/**
 * Signs requests, and only those, from the parts of `@smithy/signature-v4`: the whole signer also
 * brings what presigned URLs and event streams need. Keeps the signing key while credentials, day,
 * region and service stay the same.
 */
export class CachingSigner extends SignatureV4Base {
  #credentials: AwsCredentialIdentity | undefined;
  #scope: string | undefined;
  #key: Promise<Uint8Array> | undefined;
  #second: number | undefined;
  #dates: { longDate: string; shortDate: string } | undefined;

  constructor(config: ResolvedConfig, service: string) {
    super({
      service,
      region: () => config.region(),
      credentials: () => config.credentials(),
      sha256: config.sha256,
    });
  }

  /** Signatures tell the time in seconds, so many requests share the texts of one. */
  protected override formatDate(now: Date): { longDate: string; shortDate: string } {
    const second = Math.floor(now.getTime() / 1000);
    if (this.#dates === undefined || second !== this.#second) {
      this.#second = second;
      this.#dates = super.formatDate(now);
    }
    return this.#dates;
  }

  /** The request with its `authorization` header; the one passed in stays as it is. */
  async sign(
    toSign: HttpRequest,
    { signingDate, signingRegion, signingService }: SigningOptions,
  ): Promise<HttpRequest> {
    const credentials = await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    const region = signingRegion ?? (await this.regionProvider());
    const service = signingService ?? this.service;
    const request = prepareRequest(toSign);
    const { headers } = request;
    const { longDate, shortDate } = this.formatDate(signingDate);
    const scope = createScope(shortDate, region, service);
    headers["x-amz-date"] = longDate;
    if (credentials.sessionToken) headers[TOKEN_HEADER] = credentials.sessionToken;

    const payloadHash =
      headers[SHA256_HEADER] ??
      (typeof request.body === "string"
        ? await this.#hash(request.body)
        : await getPayloadHash(request, this.sha256));
    headers[SHA256_HEADER] ??= payloadHash;
    const canonicalHeaders = getCanonicalHeaders(request);
    const canonicalRequest = this.createCanonicalRequest(request, canonicalHeaders, payloadHash);
    const signature = await this.#sign(
      await this.#signingKey(credentials, scope, shortDate, region, service),
      `${ALGORITHM_IDENTIFIER}\n${longDate}\n${scope}\n${await this.#hash(canonicalRequest)}`,
    );
    headers["authorization"] =
      `${ALGORITHM_IDENTIFIER} Credential=${credentials.accessKeyId}/${scope}, ` +
      `SignedHeaders=${this.getCanonicalHeaderList(canonicalHeaders)}, Signature=${signature}`;
    return request;
  }

  async #hash(text: string): Promise<string> {
    const { hashText } = this.sha256 as TextHash;
    if (hashText !== undefined) return hashText(text);

    const hash = new this.sha256();
    hash.update(toUint8Array(text));
    return toHex(await hash.digest());
  }

  async #sign(key: Uint8Array, text: string): Promise<string> {
    const { signText } = this.sha256 as TextHash;
    if (signText !== undefined) return signText(key, text);

    const hash = new this.sha256(key);
    hash.update(toUint8Array(text));
    return toHex(await hash.digest());
  }

  #signingKey(
    credentials: AwsCredentialIdentity,
    scope: string,
    ...[shortDate, region, service]: [string, string, string]
  ): Promise<Uint8Array> {
    if (this.#key === undefined || this.#scope !== scope || this.#credentials !== credentials) {
      this.#credentials = credentials;
      this.#scope = scope;
      this.#key = getSigningKey(this.sha256, credentials, shortDate, region, service).catch(
        (error: unknown) => {
          this.#key = undefined;
          throw error;
        },
      );
    }
    return this.#key;
  }
}
