import { loadConfigsForDefaultMode } from "@smithy/smithy-client";
import type { Provider, RequestHandlerParams } from "@smithy/types";
import type { DefaultsMode } from "../../config/client-config.js";

/** The HTTP handler's time limits in a defaults mode; `auto` looks where the program runs. */
export const timeLimits = async (
  defaultsMode: DefaultsMode | Provider<DefaultsMode>,
  region: Provider<string>,
): Promise<RequestHandlerParams> => {
  const { resolveDefaultsModeConfig } = await import("./shared-config.js");
  const mode = await resolveDefaultsModeConfig({ defaultsMode, region })();
  const { connectionTimeout } = loadConfigsForDefaultMode(mode);
  return connectionTimeout === undefined ? {} : { connectionTimeout };
};
