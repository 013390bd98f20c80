import { parseBigJson } from "./big-json.js";
import type { PayloadKind } from "./body-kind.js";
import { RequestProblem, malformed } from "./problem.js";
import { type Position, jsonReaderOf } from "./read-json.js";
import { resolve } from "./resolve.js";
import { fromUtf8 } from "./utf8.js";

/** The JSON of a body; undefined where it is empty. */
export const parseJson = (body: Uint8Array, bigNumbers: boolean): unknown => {
  if (body.length === 0) return undefined;
  const text = fromUtf8(body);
  try {
    if (text === undefined) throw new SyntaxError("not UTF-8");
    const json: unknown = JSON.parse(text);
    return bigNumbers ? parseBigJson(text) : json;
  } catch {
    throw new RequestProblem(400, "SerializationException", "The body is not valid JSON.");
  }
};

/** The member that a body holds. */
export const readPayload = (
  { kind, member }: PayloadKind,
  body: Uint8Array,
  bigNumbers: boolean,
  at: Position,
): unknown => {
  if (kind === "bytes") return body;
  if (kind === "json") {
    const json = parseJson(body, bigNumbers);
    const isDocument = resolve(member.target).type === "document";
    return json === undefined || (json === null && isDocument)
      ? json
      : jsonReaderOf(member)(json, at);
  }
  const text = fromUtf8(body);
  if (text === undefined) throw malformed(at.path, "text in UTF-8");
  return text;
};
