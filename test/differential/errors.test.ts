import { WickrServiceException } from "@wickr-admin/client";
import { nameOf, structureOf, type OperationShape, type ShapeId } from "@wickr-admin/codegen";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallestInput } from "@wickr-admin/test-support/smallest-input";
import { classOf } from "@wickr-admin/test-support/client-module";
import { wickrClientModule } from "@wickr-admin/test-support/wickr-client";
import type { CannedResponse } from "@wickr-admin/test-support/canned-handler";
import { wickrModel, wickrOperation, wickrOperations } from "@wickr-admin/test-support/wickr-model";
import { modeledError, unknownError } from "./arbitraries/errors.js";
import { settings } from "@wickr-admin/test-support/random-runs";
import { generated, official } from "./wickr-peers.js";

interface Thrown extends Error {
  readonly $fault: string;
  readonly $metadata: object;
  readonly [member: string]: unknown;
}

const both = async (operation: OperationShape, response: CannedResponse) => {
  const input = smallestInput(wickrModel, operation);
  const [ours, theirs] = await Promise.all([
    generated.output(operation, input, response).then(noError, asThrown),
    official.output(operation, response).then(noError, asThrown),
  ]);
  return { ours, theirs };
};
const noError = (): never => expect.fail("It is no error.");
const asThrown = (reason: unknown) => reason as Thrown;

/** What an exception tells, members of its shape included; `null` counts as absent. */
const told = (error: Thrown, members: readonly string[] = []) => ({
  name: error.name,
  fault: error.$fault,
  status: (error.$metadata as { httpStatusCode: number }).httpStatusCode,
  requestId: (error.$metadata as { requestId: string }).requestId,
  members: Object.fromEntries(
    members.map((member) => [member, withoutNulls(error[member])] as const),
  ),
});

/** Lists and members as the generated client gives them: null is nothing. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls);

  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== null)
        .map(([key, item]) => [key, withoutNulls(item)]),
    );
  }
  return value ?? undefined;
};

const errors = [...new Set(wickrOperations.flatMap((operation) => operation.errors))];
const throwing = (id: ShapeId) => wickrOperations.filter((each) => each.errors.includes(id));

/** An empty or missing message is told in the words of each runtime, see below. */
const hasMessage = ({ body }: CannedResponse) => {
  const { message, Message } = JSON.parse(body as string) as { message: unknown; Message: unknown };
  return Boolean(message) && Message === undefined;
};

describe("the exception is the official runtime's", () => {
  test.each(errors.map((id) => [nameOf(id), id] as const))("%s", async (name, id) => {
    const members = [...structureOf(wickrModel, id).members.keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...throwing(id)),
        modeledError(wickrModel, id),
        async (operation, response) => {
          const { ours, theirs } = await both(operation, response);
          const compared = members.filter((each) => each !== "message" || hasMessage(response));
          expect(told(ours, compared)).toStrictEqual(told(theirs, compared));
          expect(ours).toBeInstanceOf(classOf(wickrClientModule, name));
          expect(ours).toBeInstanceOf(WickrServiceException);
        },
      ),
      { ...settings, numRuns: 4 * settings.numRuns! } as never,
    );
  });

  test("of an error that the model does not know", async () => {
    await fc.assert(
      fc.asyncProperty(unknownError, async (response) => {
        const { ours, theirs } = await both(wickrOperation("GetUser"), response);
        expect(told(ours)).toStrictEqual(told(theirs));
        if (hasMessage(response)) expect(ours.message).toBe(theirs.message);
        expect(ours).toBeInstanceOf(WickrServiceException);
      }),
      settings as never,
    );
  });

  test("with the words of both where there is no message", async () => {
    const { ours, theirs } = await both(wickrOperation("GetUser"), {
      statusCode: 404,
      headers: { "x-amzn-errortype": "ResourceNotFoundError" },
      body: "{}",
    });
    expect(ours.message).toBe("UnknownError");
    expect(theirs.message).toBe("UnknownError");
  });

  test("with a message spelled Message", async () => {
    const { ours, theirs } = await both(wickrOperation("GetUser"), {
      statusCode: 404,
      headers: { "x-amzn-errortype": "ResourceNotFoundError" },
      body: '{"Message":"gone"}',
    });
    expect(ours.message).toBe("gone");
    expect(theirs.message).toBe("gone");
  });
});

describe("each operation throws each of its errors", () => {
  test.each(
    wickrOperations.flatMap((operation) =>
      operation.errors.map((id) => [nameOf(operation.id), nameOf(id), operation] as const),
    ),
  )("%s, %s", async (_operation, name, operation) => {
    const { ours } = await both(operation, {
      statusCode: 400,
      headers: { "x-amzn-errortype": name },
      body: '{"message":"no"}',
    });
    expect(ours).toBeInstanceOf(classOf(wickrClientModule, name));
  });
});

describe("where the official runtime does otherwise", () => {
  test("a message with a default has it", async () => {
    const { ours, theirs } = await both(wickrOperation("GetUser"), {
      statusCode: 429,
      headers: { "x-amzn-errortype": "RateLimitError" },
      body: "{}",
    });
    expect(ours.message).toBe("Too many requests sent");
    expect(theirs.message).toBe("UnknownError");
  });
});

describe("an exception", () => {
  const forbidden = {
    statusCode: 403,
    headers: { "x-amzn-errortype": "ForbiddenError" },
    body: "{}",
  };

  test("keeps the response, hidden from enumeration", async () => {
    const { ours } = await both(wickrOperation("GetUser"), forbidden);
    expect(ours["$response"]).toMatchObject({ statusCode: 403 });
    expect(Object.keys(ours)).not.toContain("$response");
  });

  test("comes of an answer that is not JSON, too", async () => {
    const input = { networkId: "84620173", userId: "1" };
    const error = await generated
      .output(wickrOperation("GetUser"), input, {
        statusCode: 502,
        body: "<html>Bad Gateway</html>",
      })
      .then(noError, asThrown);
    expect(error).toBeInstanceOf(WickrServiceException);
    expect(error.$metadata).toMatchObject({ httpStatusCode: 502 });
  });
});
