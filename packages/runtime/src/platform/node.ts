import { streamCollector } from "@smithy/core/serde";
import type { AwsCredentialIdentityProvider } from "@smithy/types";
import { LazyNodeHandler } from "./node/lazy-node-handler.js";
import { nodeDefaults } from "./node/defaults.js";
import { Sha256Node } from "./node/sha256.js";
import { timeLimits } from "./node/time-limits.js";
import { lambdaTrace } from "./node/lambda-trace.js";
import type { Platform } from "./platform.js";

/** Node: `node:http(s)`, `node:crypto`, settings from the environment and the shared config files. */
export const nodePlatform: Platform = {
  runtime: "node",
  sha256: Sha256Node,
  streamCollector,
  userAgentHeader: "user-agent",
  userAgent: () => `os/${process.platform} lang/js md/nodejs#${process.versions.node}`,
  defaults: nodeDefaults,
  requestHandler: (options, defaultsMode, region, http2) =>
    new LazyNodeHandler(
      options ?? (defaultsMode === undefined ? undefined : () => timeLimits(defaultsMode, region)),
      http2,
    ),
  async eventSender(config, signingName) {
    const { eventSender } = await import("./node/event-sender.js");
    return eventSender(config, signingName);
  },
  credentials(config) {
    let chain: Promise<AwsCredentialIdentityProvider> | undefined;
    return async (properties) => {
      chain ??= import("./node/credentials.js").then(({ defaultProvider }) =>
        defaultProvider({
          ...(config.profile !== undefined && { profile: config.profile }),
          logger: config.logger,
          parentClientConfig: config as never,
        }),
      );
      return (await chain)(properties);
    };
  },
  tracer: () => lambdaTrace(process.env),
};
