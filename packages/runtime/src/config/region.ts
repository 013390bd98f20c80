import { isValidHostLabel } from "@smithy/core/transport";
import type { Provider } from "@smithy/types";
import { once } from "./once.js";

/** Region and FIPS setting, as requests use them. */
interface RegionConfig {
  readonly region: Provider<string>;
  readonly useFipsEndpoint: Provider<boolean>;
}

/**
 * Reads old names that ask for a region and for FIPS at once, such as `us-east-1-fips`. A region
 * becomes part of the host name, so it has to be one label.
 */
export const regionConfig = (
  given: Provider<string>,
  useFipsEndpoint: Provider<boolean>,
): RegionConfig => {
  const name = once(given);
  return {
    region: once(async () => {
      const region = realRegion(await name());
      if (!isValidHostLabel(region))
        throw new Error(`Region not accepted: "${region}" is not a valid host name component.`);

      return region;
    }),
    useFipsEndpoint: once(async () => {
      // Without a region, the setting alone decides.
      const region = await name().catch(() => "");
      return isFipsRegion(region) || useFipsEndpoint();
    }),
  };
};

const isFipsRegion = (name: string): boolean => name.startsWith("fips-") || name.endsWith("-fips");

const realRegion = (name: string): string => {
  if (name === "fips-aws-global" || name === "aws-fips") return "us-east-1";

  return isFipsRegion(name) ? name.replace(/fips-(dkr-|prod-)?|-fips/, "") : name;
};
