import { HttpRequest } from "@smithy/core/transport";
import type { AuthScheme } from "./auth-scheme.js";

/** `Authorization: Bearer …`, with the token of the client's configuration. */
export const httpBearerAuth = (): AuthScheme => ({
  schemeId: "smithy.api#httpBearerAuth",
  isUsable: (config) => config.token !== undefined,
  async sign(request, config) {
    if (config.token === undefined)
      throw new Error("A token is missing: pass `token` to the client.");

    const { token } = await config.token();
    const signed = HttpRequest.clone(request);
    signed.headers["authorization"] = `Bearer ${token}`;
    return signed;
  },
});
