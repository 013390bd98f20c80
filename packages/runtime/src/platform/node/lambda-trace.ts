import type { HttpRequest } from "@smithy/types";

const HEADER = "X-Amzn-Trace-Id";

interface LambdaGlobal {
  readonly awslambda?: {
    readonly InvokeStore?: { getXRayTraceId?(): string | undefined };
  };
}

/** In a Lambda function: puts the trace id of the current invocation into requests. */
export const lambdaTrace = (
  env: NodeJS.ProcessEnv,
): ((request: HttpRequest) => void) | undefined => {
  if (!env["AWS_LAMBDA_FUNCTION_NAME"]) return undefined;

  return ({ headers }) => {
    // With several invocations at once, the environment cannot tell them apart.
    const store = (globalThis as LambdaGlobal).awslambda?.InvokeStore;
    const traceId = store?.getXRayTraceId?.() ?? env["_X_AMZN_TRACE_ID"];
    const present = Object.keys(headers).some(
      (name) => name.toLowerCase() === HEADER.toLowerCase(),
    );
    if (traceId && !present) headers[HEADER] = traceId;
  };
};
