import type { ResolvedConfig } from "../config/resolved-config.js";
import type { AuthScheme } from "./auth-scheme.js";
import type { MultiRegionSigner } from "./multi-region-signer.js";
import { sigV4 } from "./sigv4.js";

/**
 * AWS Signature Version 4A, which holds for several regions, with the service's signing name. Its
 * elliptic curves are loaded with the first request.
 */
export const sigV4a = (signingName: string): AuthScheme => {
  const signers = new WeakMap<ResolvedConfig, Promise<MultiRegionSigner>>();
  const newSigner = async (config: ResolvedConfig) => {
    const { newMultiRegionSigner } = await import("./multi-region-signer.js");
    return newMultiRegionSigner(config, signingName);
  };
  const { isUsable } = sigV4(signingName);
  return {
    schemeId: "aws.auth#sigv4a",
    ...(isUsable && { isUsable }),
    async sign(request, config, { signingRegionSet, signingName: service }) {
      let signer = signers.get(config);
      if (signer === undefined) {
        signer = newSigner(config);
        signers.set(config, signer);
      }
      const regions = signingRegionSet ?? [await config.region()];
      return (await signer).sign(request, {
        signingDate: new Date(Date.now() + config.systemClockOffset),
        signingRegion: regions.join(","),
        ...(service && { signingService: service }),
      }) as Promise<typeof request>;
    },
  };
};
