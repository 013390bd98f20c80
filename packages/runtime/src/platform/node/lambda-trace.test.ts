import type { HttpRequest } from "@smithy/types";
import { afterEach, expect, it, vi } from "vitest";
import { answering, FeedCommand, zooClient } from "../../testing/service.js";
import { lambdaTrace } from "./lambda-trace.js";

const lambda = { AWS_LAMBDA_FUNCTION_NAME: "f", _X_AMZN_TRACE_ID: "from-env" };

const traced = (headers: Record<string, string> = {}) => {
  const request = { headers } as HttpRequest;
  lambdaTrace(lambda)!(request);
  return request.headers;
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it("is for Lambda functions", () => {
  expect(lambdaTrace({ _X_AMZN_TRACE_ID: "x" })).toBeUndefined();
});

it("passes the trace id on", () => {
  expect(traced()).toEqual({ "X-Amzn-Trace-Id": "from-env" });
});

it("leaves a trace id that is there", () => {
  expect(traced({ "x-amzn-trace-id": "mine" })).toEqual({ "x-amzn-trace-id": "mine" });
});

it("tells invocations at the same time apart", () => {
  vi.stubGlobal("awslambda", { InvokeStore: { getXRayTraceId: () => "of-this-invocation" } });
  expect(traced()).toEqual({ "X-Amzn-Trace-Id": "of-this-invocation" });
});

it("is part of clients in Lambda functions", async () => {
  vi.stubEnv("AWS_LAMBDA_FUNCTION_NAME", "f");
  vi.stubEnv("_X_AMZN_TRACE_ID", "id");
  const requestHandler = answering({ body: "{}" });
  await zooClient({ requestHandler }).send(new FeedCommand({ animal: "cat" }));
  expect(requestHandler.requests[0]!.headers["X-Amzn-Trace-Id"]).toBe("id");
});
