import { once } from "../../config/once.js";
import type { PlatformDefaults } from "../platform.js";
import { booleanText, retryModeText, text, wholeNumber } from "./parse-setting.js";
import { findSetting, type Setting } from "./find-setting.js";

/** Settings from the environment, else from the shared config files, else fixed. */
export const nodeDefaults = (profile: string | undefined): PlatformDefaults => {
  const find = <T>(setting: Setting<T>) => findSetting(setting, profile);
  return {
    region: async () => {
      const region = await find({
        env: "AWS_REGION",
        key: "region",
        parse: text,
        preferCredentialsFile: true,
      });
      if (region === undefined) {
        throw new Error(
          "Region is missing: pass `region` to the client, set AWS_REGION, or set `region` in the shared config file.",
        );
      }
      return region;
    },
    retryMode: once(
      async () =>
        (await find({ env: "AWS_RETRY_MODE", key: "retry_mode", parse: retryModeText })) ??
        "standard",
    ),
    maxAttempts: once(
      async () =>
        (await find({ env: "AWS_MAX_ATTEMPTS", key: "max_attempts", parse: wholeNumber })) ?? 3,
    ),
    useFipsEndpoint: once(
      async () =>
        (await find({
          env: "AWS_USE_FIPS_ENDPOINT",
          key: "use_fips_endpoint",
          parse: booleanText,
        })) ?? false,
    ),
    useDualstackEndpoint: once(
      async () =>
        (await find({
          env: "AWS_USE_DUALSTACK_ENDPOINT",
          key: "use_dualstack_endpoint",
          parse: booleanText,
        })) ?? false,
    ),
    userAgentAppId: once(() =>
      find({ env: "AWS_SDK_UA_APP_ID", key: "sdk_ua_app_id", parse: text }),
    ),
    endpointUrl: async (serviceId) => {
      const ignored = await find({
        env: "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        key: "ignore_configured_endpoint_urls",
        parse: booleanText,
      });
      if (ignored === true) return undefined;

      const own = `AWS_ENDPOINT_URL_${serviceId.replace(/[^A-Za-z0-9]/g, "_").toUpperCase()}`;
      return (
        process.env[own] || find({ env: "AWS_ENDPOINT_URL", key: "endpoint_url", parse: text })
      );
    },
  };
};
