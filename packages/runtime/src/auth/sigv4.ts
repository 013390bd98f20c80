import type { ResolvedConfig } from "../config/resolved-config.js";
import type { AuthScheme } from "./auth-scheme.js";
import { CachingSigner } from "./caching-signer.js";

/** AWS Signature Version 4, with the service's signing name. */
export const sigV4 = (signingName: string): AuthScheme => {
  const signers = new WeakMap<ResolvedConfig, CachingSigner>();
  return {
    schemeId: "aws.auth#sigv4",
    signingName,
    isUsable: (config) =>
      config.credentials().then(
        () => true,
        () => false,
      ),
    async sign(request, config, properties) {
      let signer = signers.get(config);
      if (signer === undefined) {
        signer = new CachingSigner(config, signingName);
        signers.set(config, signer);
      }
      return signer.sign(request, {
        signingDate: new Date(Date.now() + config.systemClockOffset),
        ...(properties.signingRegion && { signingRegion: properties.signingRegion }),
        ...(properties.signingName && { signingService: properties.signingName }),
      });
    },
  };
};
