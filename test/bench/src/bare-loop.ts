import { Sha256 } from "@smithy/core/checksum";
import { HttpRequest } from "@smithy/core/protocols";
import { SignatureV4 } from "@smithy/signature-v4";
import type { Case } from "./cases.js";
import { type MemoryHandler, memoryHandler } from "./memory-handler.js";
import type { Call } from "./rounds.js";
import { STATIC_CONFIGURATION } from "./sdk.js";

/** The least a call can be: sign, send, parse. What a client takes beyond it is its overhead. */
export const bareLoop = ({ request, answer }: Case): Call => {
  const { region, credentials } = STATIC_CONFIGURATION;
  const signer = new SignatureV4({ service: "wickr", region, credentials, sha256: Sha256 });
  const handler: MemoryHandler = memoryHandler(Buffer.from(JSON.stringify(answer)));
  const hostname = `admin.wickr.${region}.amazonaws.com`;
  const headers = {
    host: hostname,
    ...(request.body !== undefined && { "content-type": "application/json" }),
  };
  return async () => {
    const signed = await signer.sign(
      new HttpRequest({ ...request, protocol: "https:", hostname, headers: { ...headers } }),
    );
    const { response } = await handler.handle(signed);
    return parse((response as { body: Uint8Array }).body);
  };
};

/** `JSON.parse` alone, of the same answer. */
export const parseAlone = ({ answer }: Case): Call => {
  const body = Buffer.from(JSON.stringify(answer));
  return async () => parse(body);
};

const parse = (body: Uint8Array): unknown =>
  JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8"));
