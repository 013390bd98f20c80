import { eventStreamPayloadHandlerProvider } from "@aws-sdk/eventstream-handler-node";
import { fromUtf8, toUtf8 } from "@smithy/core/serde";
import { SignatureV4 } from "@smithy/signature-v4";
import type { ResolvedConfig } from "../../config/resolved-config.js";
import type { EventSender } from "../platform.js";

/** Signs each event on its way, beginning with the signature of the request. */
export const eventSender = (config: ResolvedConfig, service: string): EventSender => {
  const signer = new SignatureV4({
    service,
    region: () => config.region(),
    credentials: () => config.credentials(),
    sha256: config.sha256,
  });
  const handler = eventStreamPayloadHandlerProvider({
    messageSigner: async () => signer,
    utf8Encoder: toUtf8,
    utf8Decoder: fromUtf8,
    systemClockOffset: config.systemClockOffset,
  } as never);
  return (next, args) => handler.handle(next, args, {}) as never;
};
