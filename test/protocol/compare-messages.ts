import assert from "node:assert/strict";
import { parseExact } from "@wickr-admin/test-support/runtime";
import { plain } from "@wickr-admin/test-support/plain";

/** What tests say of the headers of a message. */
interface ExpectedHeaders {
  readonly headers?: Readonly<Record<string, string>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
}

/** Expects the headers that a test names; others may be there, too. */
export const expectHeaders = (
  actual: Readonly<Record<string, string>>,
  { headers = {}, requireHeaders = [], forbidHeaders = [] }: ExpectedHeaders,
): void => {
  const sent = new Map(Object.entries(actual).map(([name, value]) => [name.toLowerCase(), value]));
  for (const [name, value] of Object.entries(headers))
    assert.equal(sent.get(name.toLowerCase()), value, `header ${name}`);

  for (const name of requireHeaders)
    assert.ok(sent.has(name.toLowerCase()), `The header ${name} is missing.`);

  for (const name of forbidHeaders)
    assert.ok(!sent.has(name.toLowerCase()), `The header ${name} must not be sent.`);
};

/** Expects a body: the same JSON whatever its whitespace and order, or the same text. */
export const expectBody = (actual: unknown, body: string, mediaType: string | undefined): void => {
  const text = bodyText(actual);
  if (body === "" || !isJson(mediaType)) assert.equal(text, body);
  else assert.deepEqual(plain(parseExact(text)), plain(parseExact(body)));
};

const isJson = (mediaType: string | undefined) => mediaType?.split(";")[0] === "application/json";

/** The body as text; empty where there is none. */
const bodyText = (body: unknown): string => {
  if (body === undefined || body === null) return "";

  return typeof body === "string" ? body : new TextDecoder().decode(body as Uint8Array);
};
