import { getRetryPlugin } from "@smithy/middleware-retry";
import type { MetadataBearer, MiddlewareStack } from "@smithy/types";
import type { ClientParts } from "./client-parts.js";
import { contentLengthMiddleware } from "./content-length.js";
import { deserializerMiddleware } from "./deserializer.js";
import { hostHeaderMiddleware } from "./host-header.js";
import { httpSigningMiddleware } from "./http-signing.js";
import { loggerMiddleware } from "./logger.js";
import { recursionDetectionMiddleware } from "./recursion-detection.js";
import { serializerMiddleware } from "./serializer.js";
import { userAgentMiddleware } from "./user-agent.js";

/**
 * Puts together what turns an input into a signed request and a response into an output. Names,
 * steps, priorities and tags are those of the AWS SDK, so that middleware written for it finds its place.
 */
export const addMiddleware = (
  stack: MiddlewareStack<object, MetadataBearer>,
  parts: ClientParts,
): void => {
  stack.add(loggerMiddleware, {
    name: "loggerMiddleware",
    step: "initialize",
    tags: ["LOGGER"],
    override: true,
  });
  stack.add(serializerMiddleware(parts), {
    name: "serializerMiddleware",
    step: "serialize",
    tags: ["SERIALIZER"],
    override: true,
  });
  stack.add(contentLengthMiddleware, {
    name: "contentLengthMiddleware",
    step: "build",
    tags: ["SET_CONTENT_LENGTH", "CONTENT_LENGTH"],
    override: true,
  });
  stack.add(hostHeaderMiddleware(parts), {
    name: "hostHeaderMiddleware",
    step: "build",
    priority: "low",
    tags: ["HOST"],
    override: true,
  });
  stack.add(userAgentMiddleware(parts), {
    name: "getUserAgentMiddleware",
    step: "build",
    priority: "low",
    tags: ["SET_USER_AGENT", "USER_AGENT"],
    override: true,
  });
  const trace = parts.platform.tracer?.();
  if (trace !== undefined) {
    stack.add(recursionDetectionMiddleware(trace), {
      name: "recursionDetectionMiddleware",
      step: "build",
      priority: "low",
      tags: ["RECURSION_DETECTION", "TRACE_CONTEXT_PROPAGATION"],
      override: true,
    });
  }
  stack.use(getRetryPlugin(parts.config as never));
  stack.addRelativeTo(httpSigningMiddleware(parts), {
    name: "httpSigningMiddleware",
    aliases: ["apiKeyMiddleware", "tokenMiddleware", "awsAuthMiddleware"],
    relation: "after",
    toMiddleware: "retryMiddleware",
    tags: ["HTTP_SIGNING"],
    override: true,
  });
  stack.add(deserializerMiddleware(parts), {
    name: "deserializerMiddleware",
    step: "deserialize",
    tags: ["DESERIALIZER"],
    override: true,
  });
};
