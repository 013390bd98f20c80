import { SignatureV4 } from "@smithy/signature-v4";
import type { HttpRequest } from "@smithy/types";
import {
  type ServerRequest,
  type ServerResponse,
  errorResponse,
} from "@wickr-admin/runtime/server";
import { bytesToHex } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Guard } from "../responder.js";
import { type Authorization, parseAmzDate, parseAuthorization } from "./authorization.js";
import { Sha256 } from "./sha256.js";

/** So far the clocks of caller and service may be apart. */
const MOST_SKEW = 5 * 60 * 1000;
const SERVICE = "wickr";

/** What signatures are checked against. */
interface SignatureOptions {
  /** Secret access keys by access key id. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly region: string;
  /** What stands before the paths of the model. */
  readonly pathPrefix?: string;
  /** The time by which signatures are judged. */
  readonly now?: () => number;
}

/**
 * Lets only requests through that are signed with one of the keys: computes the signature anew and compares.
 * Answers 401 to callers that the service does not know and 403 where the signature does not hold.
 */
export const createSignatureGuard = (options: SignatureOptions): Guard => {
  const { credentials, region, pathPrefix = "", now = Date.now } = options;
  return async (request) => {
    const header = request.headers["authorization"];
    if (header === undefined) return unauthorized("Missing Authentication Token");
    const authorization = parseAuthorization(header);
    if (!authorization)
      return refused("IncompleteSignatureException", "The Authorization header is incomplete");
    const secret = Object.hasOwn(credentials, authorization.accessKeyId)
      ? credentials[authorization.accessKeyId]
      : undefined;
    if (secret === undefined)
      return unauthorized("The security token included in the request is invalid");
    return (
      problemOfScope(authorization, region) ??
      problemOfTime(request, authorization, now()) ??
      problemOfBody(request) ??
      (await problemOfSignature(
        { ...request, url: pathPrefix + request.url },
        authorization,
        secret,
      ))
    );
  };
};

const unauthorized = (message: string): ServerResponse =>
  errorResponse(401, "UnauthorizedError", { message });

const refused = (name: string, message: string): ServerResponse =>
  errorResponse(403, name, { message });

const problemOfScope = (
  { region, service }: Authorization,
  expected: string,
): ServerResponse | undefined => {
  if (service !== SERVICE) {
    return refused(
      "InvalidSignatureException",
      `Credential should be scoped to correct service: '${SERVICE}'`,
    );
  }
  if (region !== expected) {
    return refused(
      "InvalidSignatureException",
      `Credential should be scoped to a valid region: '${expected}'`,
    );
  }
  return undefined;
};

const problemOfTime = (
  request: ServerRequest,
  { date }: Authorization,
  now: number,
): ServerResponse | undefined => {
  const text = request.headers["x-amz-date"];
  const time = parseAmzDate(text);
  if (time === undefined || !text?.startsWith(date)) {
    return refused(
      "IncompleteSignatureException",
      "The date of the request does not fit its credential",
    );
  }
  if (Math.abs(now - time) <= MOST_SKEW) return undefined;
  const kind = time < now ? "Signature expired" : "Signature not yet current";
  return refused(
    "InvalidSignatureException",
    `${kind}: ${text} is more than 5 minutes from the time of the service`,
  );
};

/** A hash that was signed says nothing of the body unless it is the body's. */
const problemOfBody = ({ headers, body }: ServerRequest): ServerResponse | undefined => {
  const declared = headers["x-amz-content-sha256"];
  if (
    declared === undefined ||
    declared === "UNSIGNED-PAYLOAD" ||
    declared === bytesToHex(sha256(body))
  )
    return undefined;

  return refused("InvalidSignatureException", "The body does not have the hash that was signed");
};

const problemOfSignature = async (
  request: ServerRequest,
  { accessKeyId, region, signedHeaders, signature }: Authorization,
  secretAccessKey: string,
): Promise<ServerResponse | undefined> => {
  const signer = new SignatureV4({
    service: SERVICE,
    region,
    credentials: { accessKeyId, secretAccessKey },
    sha256: Sha256,
    applyChecksum: false,
  });
  const signed = await signer.sign(toHttpRequest(request, signedHeaders), {
    signingDate: new Date(parseAmzDate(request.headers["x-amz-date"]) as number),
    signableHeaders: new Set(signedHeaders),
  });
  const expected = parseAuthorization(signed.headers["authorization"] ?? "")?.signature ?? "";
  if (isSame(expected, signature)) return undefined;
  return refused(
    "InvalidSignatureException",
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.",
  );
};

/** The request as the signer knows it, with none but the signed headers. */
const toHttpRequest = (
  { method, url, headers, body }: ServerRequest,
  signedHeaders: readonly string[],
): HttpRequest => {
  const at = url.indexOf("?");
  const query: Record<string, string | string[]> = {};
  const params = new URLSearchParams(at < 0 ? "" : url.slice(at));
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    query[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return {
    method,
    protocol: "https:",
    hostname: headers["host"] ?? "",
    path: at < 0 ? url : url.slice(0, at),
    query,
    headers: Object.fromEntries(signedHeaders.map((name) => [name, headers[name] ?? ""])),
    body,
  };
};

/** Compares in a time that does not depend on where the texts differ. */
const isSame = (a: string, b: string): boolean => {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
};
