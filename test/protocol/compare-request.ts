import assert from "node:assert/strict";
import type { HttpRequest } from "@smithy/types";
import { queryParameters } from "@wickr-admin/test-support/query-parameters";
import type { RequestCase } from "./cases.js";
import { expectBody, expectHeaders } from "./compare-messages.js";

/** Expects that the request is the one the test describes. */
export const expectRequest = (request: HttpRequest, test: RequestCase): void => {
  assert.equal(request.method, test.method);
  assert.equal(request.path, pathOf(test));
  if (test.resolvedHost !== undefined)
    assert.equal(request.hostname, test.resolvedHost.split("/")[0]);

  expectQuery(request, test);
  expectHeaders(request.headers, test);
  if (test.body !== undefined)
    expectBody(request.body, test.body, test.bodyMediaType ?? request.headers["content-type"]);
};

/** The path of the host comes first; some tests have it in their path already. */
const pathOf = ({ host = "", uri }: RequestCase): string => {
  const base = /\/.*$/.exec(host)?.[0].replace(/\/$/, "") ?? "";
  return uri.startsWith(`${base}/`) ? uri : base + uri;
};

const expectQuery = (request: HttpRequest, test: RequestCase): void => {
  const sent = queryParameters(request);
  const names = sent.map((parameter) => parameter.split("=")[0]);
  // An empty value may be written with or without `=`.
  const normal = (parameter: string) => (parameter.includes("=") ? parameter : `${parameter}=`);
  const left = sent.map(normal);
  for (const parameter of test.queryParams ?? []) {
    const at = left.indexOf(normal(parameter));
    assert.ok(at >= 0, `The query has no ${parameter}: ${sent.join("&")}`);
    left.splice(at, 1);
  }
  for (const name of test.requireQueryParams ?? [])
    assert.ok(names.includes(name), `The query has no ${name}.`);

  for (const name of test.forbidQueryParams ?? [])
    assert.ok(!names.includes(name), `The query has ${name}.`);
};
