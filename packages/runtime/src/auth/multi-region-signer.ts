import { SignatureV4a } from "@smithy/signature-v4a";
import type { RequestSigner } from "@smithy/types";
import type { ResolvedConfig } from "../config/resolved-config.js";

/** Signs with elliptic curves. */
export type MultiRegionSigner = RequestSigner;

/** A signer with the client's credentials. */
export const newMultiRegionSigner = (config: ResolvedConfig, service: string): MultiRegionSigner =>
  new SignatureV4a({
    service,
    region: () => config.region(),
    credentials: () => config.credentials(),
    sha256: config.sha256,
  });
