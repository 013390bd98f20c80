import { isObject, property } from "../model/json.js";
import type { ServiceShape } from "../model/model.js";
import { trait } from "../model/traits.js";

/** The name by which AWS's SDKs know a service: `API Gateway`. Services of others have none. */
export const sdkIdOf = (service: ServiceShape): string | undefined => {
  const api = trait(service, "aws.api#service");
  const sdkId = isObject(api) ? property(api, "sdkId") : undefined;
  return typeof sdkId === "string" ? sdkId : undefined;
};
