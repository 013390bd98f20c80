import type { ServiceShape } from "../../model/model.js";
import { sdkIdOf } from "../service.js";

/**
 * What a service asks of its clients beyond what its model can say. AWS's own SDKs do the same for
 * these services, by name; there is no trait that would tell.
 */
export interface Customization {
  /** Headers of every request that has none of that name. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What stands for members that go into the path, where the caller leaves them empty. */
  readonly labels?: Readonly<Record<string, string>>;
  /** A function of the runtime that completes the requests that have a body. */
  readonly prepareBody?: "addTreeHash";
}

/** By the `sdkId` of `aws.api#service`. */
const CUSTOMIZATIONS: Readonly<Record<string, (service: ServiceShape) => Customization>> = {
  // Without it, exports come as HAL.
  "API Gateway": () => ({ headers: { accept: "application/json" } }),
  // The version decides about the protocol, `-` is the account of the credentials, and uploads are
  // refused without their hashes.
  Glacier: ({ version }) => ({
    headers: { "x-amz-glacier-version": version },
    labels: { accountId: "-" },
    prepareBody: "addTreeHash",
  }),
};

/** What a service asks for; nothing, for nearly all. */
export const customizationOf = (service: ServiceShape): Customization => {
  const sdkId = sdkIdOf(service) ?? "";
  return Object.hasOwn(CUSTOMIZATIONS, sdkId) ? CUSTOMIZATIONS[sdkId]!(service) : {};
};
