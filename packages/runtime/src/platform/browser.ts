import { streamCollector } from "@smithy/core/serde";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { Sha256Web } from "./browser/sha256.js";
import type { Platform } from "./platform.js";

const value =
  <T>(result: T) =>
  async () =>
    result;

/** Browsers and edge runtimes: `fetch`, WebCrypto, and nothing to look settings up in. */
export const browserPlatform: Platform = {
  runtime: "browser",
  sha256: Sha256Web,
  streamCollector,
  // Pages may not set `user-agent`.
  userAgentHeader: "x-amz-user-agent",
  userAgent: () => "lang/js md/browser",
  defaults: () => ({
    region: async () => {
      throw new Error("Region is missing: pass `region` to the client.");
    },
    retryMode: value("standard"),
    maxAttempts: value(3),
    useFipsEndpoint: value(false),
    useDualstackEndpoint: value(false),
    userAgentAppId: value(undefined),
    endpointUrl: value(undefined),
  }),
  // Defaults modes differ in how long connecting may take, which `fetch` does not tell.
  requestHandler: (options) => FetchHttpHandler.create(options as never) as never,
  credentials: () => async () => {
    throw new Error(
      "Credentials are missing: pass `credentials` to the client, as { accessKeyId, secretAccessKey, sessionToken } or as a function that gets them.",
    );
  },
};
