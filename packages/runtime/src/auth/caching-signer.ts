import { SignatureV4 } from "@smithy/signature-v4";
import type { AwsCredentialIdentity, HttpRequest } from "@smithy/types";
import type { ResolvedConfig } from "../config/resolved-config.js";

/** The signer with its key derivation, which its types hide. */
interface Signer {
  sign(request: HttpRequest, options: object): Promise<HttpRequest>;
  getSigningKey(
    credentials: AwsCredentialIdentity,
    region: string,
    shortDate: string,
    service?: string,
  ): Promise<Uint8Array>;
}
const Signer: new (...init: ConstructorParameters<typeof SignatureV4>) => Signer =
  SignatureV4 as never;

/**
 * Keeps the signing key while credentials, day, region and service stay the same: the base class
 * hashes the credentials each time, only to look its own cache up.
 */
export class CachingSigner extends Signer {
  #credentials: AwsCredentialIdentity | undefined;
  #scope: string | undefined;
  #key: Promise<Uint8Array> | undefined;

  constructor(config: ResolvedConfig, service: string) {
    super({
      service,
      region: () => config.region(),
      credentials: () => config.credentials(),
      sha256: config.sha256,
    });
  }

  override getSigningKey(
    credentials: AwsCredentialIdentity,
    region: string,
    shortDate: string,
    service?: string,
  ): Promise<Uint8Array> {
    const scope = `${shortDate}/${region}/${service}`;
    if (this.#key === undefined || this.#scope !== scope || this.#credentials !== credentials) {
      this.#credentials = credentials;
      this.#scope = scope;
      this.#key = super.getSigningKey(credentials, region, shortDate, service).catch((error) => {
        this.#key = undefined;
        throw error;
      });
    }
    return this.#key;
  }
}
