import { toUtf8 } from "@smithy/core/serde";
import type { HttpResponse, StreamCollector } from "@smithy/types";
import type { JsonObject, PayloadKind } from "../operation.js";

/** Reads the response's body as the operation wants it. */
export async function readPayload(
  kind: PayloadKind,
  response: HttpResponse,
  collect: StreamCollector,
): Promise<unknown> {
  if (kind === "stream") {
    return response.body;
  }
  if (kind === "bytes") {
    return collectBytes(response.body, collect);
  }
  const text = await collectText(response.body, collect);
  if (kind === "text") {
    return text;
  }
  return kind === "value" && text === "" ? undefined : parseJson(text);
}

/** The body as text. Mocks may have it as text already. */
export async function collectText(body: unknown, collect: StreamCollector): Promise<string> {
  return typeof body === "string" ? body : toUtf8(await collectBytes(body, collect));
}

async function collectBytes(body: unknown, collect: StreamCollector): Promise<Uint8Array> {
  if (body instanceof Uint8Array) {
    return body;
  }
  if (typeof body === "string") {
    return new TextEncoder().encode(body);
  }
  return body == null ? new Uint8Array() : collect(body);
}

/** The JSON text's value; an empty body stands for `{}`. */
export function parseJson(text: string): JsonObject {
  if (text === "") {
    return {};
  }
  try {
    return (JSON.parse(text) as JsonObject | null) ?? {};
  } catch (error) {
    Object.defineProperty(error, "$responseBodyText", { value: text });
    throw error;
  }
}
