import { HttpRequest } from "@smithy/core/transport";
import type { BuildMiddleware, MetadataBearer, UserAgentPair } from "@smithy/types";
import { runtimeVersion } from "../version.js";
import type { ClientParts } from "./client-parts.js";

/** Says which software is calling. The fixed part is put together once. */
export const userAgentMiddleware = (
  parts: ClientParts,
): BuildMiddleware<object, MetadataBearer> => {
  const { userAgentHeader } = parts.platform;
  let known: string | undefined;
  return (next, context) => (args) => {
    const setHeader = (userAgent: string) => {
      if (HttpRequest.isInstance(args.request)) {
        const added = context.userAgent?.map((pair) => ` ${product(pair)}`).join("") ?? "";
        args.request.headers[userAgentHeader] = userAgent + added;
      }
      return next(args);
    };
    return known === undefined
      ? userAgentOf(parts).then((userAgent) => setHeader((known = userAgent)))
      : setHeader(known);
  };
};

const userAgentOf = async ({ service, platform, config }: ClientParts): Promise<string> => {
  const appId = await config.userAgentAppId();
  if (appId !== undefined && appId.length > 50)
    config.logger.warn("userAgentAppId is longer than 50 characters.");

  return [
    product(["wickr-admin-sdk", runtimeVersion]),
    platform.userAgent(),
    product([`api/${service.id.toLowerCase()}`, service.packageVersion ?? service.version]),
    ...(appId ? [product(["app", appId])] : []),
    ...(config.customUserAgent ?? []).map(product),
  ].join(" ");
};

/** `name/version`, or `kind/name#version`, without characters that would break the header. */
const product = ([name, version]: UserAgentPair): string => {
  const text = version ? `${name}${name.includes("/") ? "#" : "/"}${version}` : name;
  return text.replace(/[^!#$%&'*+\-.^_`|~\w/]/g, "-");
};
