import type { HttpRequest } from "@smithy/types";
import { expect } from "vitest";
import type { RequestCase } from "./cases.js";

/** Expects that the request is the one the test describes. */
export async function expectRequest(request: HttpRequest, test: RequestCase): Promise<void> {
  expect(request.method).toBe(test.method);
  expect(request.path).toBe(test.uri);
  if (test.resolvedHost !== undefined) {
    expect(request.hostname).toBe(test.resolvedHost);
  }
  expectQuery(request, test);
  expectHeaders(request, test);
  if (test.body !== undefined) {
    expectBody(request.body, test.body, test.bodyMediaType);
  }
}

function expectQuery(request: HttpRequest, test: RequestCase): void {
  const sent = queryParameters(request);
  const names = sent.map((parameter) => parameter.split("=")[0]);
  // An empty value may be written with or without `=`.
  const normal = (parameter: string) => (parameter.includes("=") ? parameter : `${parameter}=`);
  const left = sent.map(normal);
  for (const parameter of test.queryParams ?? []) {
    expect(left).toContain(normal(parameter));
    left.splice(left.indexOf(normal(parameter)), 1);
  }
  for (const name of test.requireQueryParams ?? []) {
    expect(names).toContain(name);
  }
  for (const name of test.forbidQueryParams ?? []) {
    expect(names).not.toContain(name);
  }
}

/** The query as it goes over the wire, each parameter on its own. */
export function queryParameters({ query = {} }: HttpRequest): string[] {
  return Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) =>
      item === null ? encode(name) : `${encode(name)}=${encode(item)}`,
    ),
  );
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function expectHeaders(request: HttpRequest, test: RequestCase): void {
  const sent = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  for (const [name, value] of Object.entries(test.headers ?? {})) {
    expect(sent, `header ${name}`).toHaveProperty([name.toLowerCase()], value);
  }
  for (const name of test.requireHeaders ?? []) {
    expect(sent, `header ${name}`).toHaveProperty([name.toLowerCase()]);
  }
  for (const name of test.forbidHeaders ?? []) {
    expect(sent, `header ${name}`).not.toHaveProperty([name.toLowerCase()]);
  }
}

function expectBody(sent: unknown, body: string, mediaType: string | undefined): void {
  const text = bodyText(sent);
  if (body === "") {
    expect(text).toBe("");
  } else if (mediaType === "application/json") {
    expect(JSON.parse(text)).toStrictEqual(JSON.parse(body));
  } else {
    expect(text).toBe(body);
  }
}

/** The body as text; empty where there is none. */
export function bodyText(body: unknown): string {
  if (body === undefined || body === null) {
    return "";
  }
  return typeof body === "string" ? body : new TextDecoder().decode(body as Uint8Array);
}
