import { HttpRequest } from "@smithy/core/transport";
import type { AuthScheme } from "./auth-scheme.js";

/** Where the key goes, as the `httpApiKeyAuth` trait says. */
export interface ApiKeyLocation {
  /** Name of the header or query parameter. */
  readonly name: string;
  readonly in: "header" | "query";
  /** Goes before the key in a header: `Authorization: <scheme> <key>`. */
  readonly scheme?: string | undefined;
}

/** A key in a header or in the query, from the client's configuration. */
export const httpApiKeyAuth = (location: ApiKeyLocation): AuthScheme => ({
  schemeId: "smithy.api#httpApiKeyAuth",
  isUsable: (config) => config.apiKey !== undefined,
  async sign(request, config) {
    if (config.apiKey === undefined)
      throw new Error("An API key is missing: pass `apiKey` to the client.");

    const { apiKey } = await config.apiKey();
    const signed = HttpRequest.clone(request);
    if (location.in === "query") {
      signed.query[location.name] = apiKey;
    } else {
      signed.headers[location.name.toLowerCase()] =
        location.scheme === undefined ? apiKey : `${location.scheme} ${apiKey}`;
    }
    return signed;
  },
});
