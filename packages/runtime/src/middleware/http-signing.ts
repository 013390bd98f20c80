import { HttpRequest } from "@smithy/core/transport";
import type { FinalizeRequestMiddleware, MetadataBearer } from "@smithy/types";
import type { AuthScheme, SigningProperties } from "../auth/auth-scheme.js";
import type { EndpointAuthScheme } from "../config/endpoint.js";
import { correctClock } from "../auth/correct-clock.js";
import { operationOf } from "../client/execution-context.js";
import type { EventSender } from "../platform/platform.js";
import type { ClientParts } from "./client-parts.js";

const NO_PROPERTIES: SigningProperties = {};

/** Whether endpoint rules mean this scheme by the name. */
const isCalled = ({ schemeId }: AuthScheme, name: string) => schemeId === `aws.auth#${name}`;

/** Signs each attempt, and learns from the responses when the clock is wrong. */
export const httpSigningMiddleware = ({
  service,
  platform,
  config,
  endpoint: provider,
}: ClientParts): FinalizeRequestMiddleware<object, MetadataBearer> => {
  /** What signs the events of a stream; schemes without signatures send them as they are. */
  const eventSender = async (signingName: string | undefined): Promise<EventSender | undefined> => {
    if (signingName === undefined) return undefined;

    if (platform.eventSender === undefined)
      throw new Error("Streams of events can be sent from Node only.");

    return platform.eventSender(config, signingName);
  };

  /** The first scheme that the endpoint wants, else the first that there is an identity for. */
  const choose = async (
    schemes: readonly AuthScheme[],
    wanted: readonly EndpointAuthScheme[],
  ): Promise<AuthScheme> => {
    for (const { name } of wanted) {
      const scheme = schemes.find((each) => isCalled(each, name));
      if (scheme !== undefined && (await scheme.isUsable?.(config)) !== false) return scheme;
    }
    return firstUsable(schemes);
  };

  const firstUsable = async (schemes: readonly AuthScheme[]): Promise<AuthScheme> => {
    for (const scheme of schemes)
      if (scheme.isUsable === undefined || (await scheme.isUsable(config))) return scheme;

    const [preferred] = schemes;
    if (preferred === undefined) throw new Error(`${service.id} has no way to sign a request.`);

    return preferred;
  };

  return (next, context) => {
    const operation = operationOf(context);
    const schemes = operation.auth ?? service.auth;
    return async (args) => {
      if (!HttpRequest.isInstance(args.request)) return next(args);

      const known = provider(operation, args.input);
      const { authSchemes } = known instanceof Promise ? await known : known;
      const scheme = schemes.length === 1 ? schemes[0]! : await choose(schemes, authSchemes);
      const clockOffset = config.systemClockOffset;
      const properties = authSchemes.find(({ name }) => isCalled(scheme, name)) ?? NO_PROPERTIES;
      const request = await scheme.sign(args.request, config, properties);
      const sender = operation.sendsEvents
        ? await eventSender(properties.signingName ?? scheme.signingName)
        : undefined;
      try {
        const signed = { ...args, request };
        const result = await (sender === undefined ? next(signed) : sender(next as never, signed));
        correctClock(config, result.response, clockOffset);
        return result;
      } catch (error) {
        const { $response, $metadata } = error as {
          $response?: unknown;
          $metadata?: { clockSkewCorrected?: boolean };
        };
        if (correctClock(config, $response, clockOffset) && $metadata !== undefined) {
          // With this mark the retry middleware tries again.
          $metadata.clockSkewCorrected = true;
        }
        throw error;
      }
    };
  };
};
