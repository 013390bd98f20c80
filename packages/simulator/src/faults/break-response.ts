import { type ServerResponse, errorResponse } from "@wickr-admin/runtime/server";

/** 429, with or without a hint when to come back. */
export const rateLimited = (retryAfter: number | undefined): ServerResponse =>
  errorResponse(
    429,
    "RateLimitError",
    { message: "Too many requests sent" },
    { ...(retryAfter !== undefined && { "retry-after": String(retryAfter) }) },
  );

/** 422: the test of the connection to an issuer failed, be it reachable or not. */
export const issuerFailed = (): ServerResponse =>
  errorResponse(422, "ValidationError", {
    message: "The request did not pass validation",
    reasons: [{ field: "issuer", reason: "OIDC URL connection test failed" }],
  });

/** 500. */
export const internalError = (message = "The service failed"): ServerResponse =>
  errorResponse(500, "InternalServerError", { message });

/** The first half of a body, then silence: the length that was promised is never reached. */
export const truncate = async (response: ServerResponse): Promise<ServerResponse> => {
  const bytes = await bytesOf(response);
  let isSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (isSent) controller.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
      else controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)));
      isSent = true;
    },
  });
  return {
    ...response,
    headers: { ...response.headers, "content-length": String(bytes.length) },
    body,
  };
};

/** The first half of a body as if it were all: no JSON. */
export const malform = async (response: ServerResponse): Promise<ServerResponse> => {
  const bytes = await bytesOf(response);
  return { ...response, body: bytes.slice(0, Math.ceil(bytes.length / 2)) };
};

const bytesOf = async ({ body }: ServerResponse): Promise<Uint8Array> =>
  new Uint8Array(await new Response((body ?? null) as BodyInit | null).arrayBuffer());
