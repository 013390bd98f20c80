import { toUtf8 } from "@smithy/core/serde";
import type { HttpResponse, StreamCollector } from "@smithy/types";
import type { PayloadKind } from "../../operation.js";

/** Reads the response's body as the operation wants it. */
export const readPayload = async (
  kind: PayloadKind,
  response: HttpResponse,
  collect: StreamCollector,
  parse: (text: string) => unknown = JSON.parse,
): Promise<unknown> => {
  if (kind === "stream") return response.body;

  if (kind === "bytes") return collectBytes(response.body, collect);

  const text = await collectText(response.body, collect);
  if (kind === "text") return text;

  if (text === "") return kind === "json" ? {} : undefined;

  return parseJson(kind, text, parse);
};

/** The body as text. Mocks may have it as text already. */
export const collectText = async (body: unknown, collect: StreamCollector): Promise<string> =>
  typeof body === "string" ? body : toUtf8(await collectBytes(body, collect));

const collectBytes = async (body: unknown, collect: StreamCollector): Promise<Uint8Array> => {
  if (body instanceof Uint8Array) return body;

  if (typeof body === "string") return new TextEncoder().encode(body);

  return body == null ? new Uint8Array() : collect(body);
};

const parseJson = (kind: PayloadKind, text: string, parse: (text: string) => unknown): unknown => {
  try {
    const value: unknown = parse(text);
    return kind === "json" ? (value ?? {}) : value;
  } catch (error) {
    Object.defineProperty(error, "$responseBodyText", { value: text });
    throw error;
  }
};
