import type { AuthScheme } from "./auth-scheme.js";

/** Anonymous access, for operations that allow it. */
export const noAuth: AuthScheme = {
  schemeId: "smithy.api#noAuth",
  async sign(request) {
    return request;
  },
};
