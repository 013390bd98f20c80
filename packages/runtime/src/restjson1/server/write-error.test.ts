import { describe, expect, it } from "vitest";
import type { ErrorSchema } from "./schema.js";
import { writeError } from "./write-error.js";

const slow: ErrorSchema = {
  type: "structure",
  name: "SlowDown",
  className: "_SlowDown",
  status: 429,
  fault: "client",
  members: [
    { name: "message", target: "string", default: "Slow down" },
    { name: "retryAfter", target: "integer", in: "header", as: "Retry-After" },
    { name: "detail", target: "string", jsonName: "Detail" },
  ],
};

const write = (error: unknown) => {
  const { status, headers, body } = writeError([slow], error);
  return {
    status,
    type: headers["x-amzn-errortype"],
    body: body && (JSON.parse(body as string) as unknown),
  };
};

describe("writeError", () => {
  it("encodes errors of the model by their names", () => {
    const error = Object.assign(new Error("Wait"), {
      name: "SlowDown",
      retryAfter: 3,
      detail: "d",
      other: 1,
    });
    expect(write(error)).toEqual({
      status: 429,
      type: "SlowDown",
      body: { message: "Wait", Detail: "d" },
    });
    expect(writeError([slow], error).headers).toMatchObject({
      "retry-after": "3",
      "content-type": "application/json",
    });
    expect(write({ name: "_SlowDown" })).toMatchObject({
      type: "SlowDown",
      body: { message: "Slow down" },
    });
  });

  it("encodes other service errors by what they say of themselves", () => {
    const error = {
      name: "Throttled",
      message: "m",
      $fault: "client",
      $metadata: { httpStatusCode: 430 },
      extra: 1,
    };
    expect(write(error)).toEqual({
      status: 430,
      type: "Throttled",
      body: { message: "m", extra: 1 },
    });
    expect(write({ name: "Other", $fault: "client" }).status).toBe(400);
    expect(write({ name: "Other" }).status).toBe(500);
  });

  it.each([new Error("boom"), new TypeError("boom")])(
    "calls everything else an internal failure",
    (error) => {
      expect(write(error)).toEqual({
        status: 500,
        type: "InternalFailure",
        body: { message: "boom" },
      });
    },
  );

  it("takes what is no object", () => {
    expect(write("boom")).toEqual({
      status: 500,
      type: "InternalFailure",
      body: { message: "boom" },
    });
    expect(write(undefined).status).toBe(500);
  });

  it("breaks the connection for system errors", () => {
    expect(write(Object.assign(new Error("x"), { code: "ECONNRESET" })).status).toBe(0);
    expect(write(Object.assign(new Error("x"), { code: "UND_ERR_SOCKET" })).status).toBe(0);
    expect(write(Object.assign(new Error("x"), { code: "E1" })).status).toBe(500);
  });
});
