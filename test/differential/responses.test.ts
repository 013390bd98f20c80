import { nameOf, type OperationShape } from "@wickr-admin/codegen";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallestInput } from "@wickr-admin/test-support/smallest-input";
import type { CannedResponse } from "@wickr-admin/test-support/canned-handler";
import { wickrModel, wickrOperation, wickrOperations } from "@wickr-admin/test-support/wickr-model";
import { responseBody } from "./arbitraries/responses.js";
import { corrected } from "./error-correction.js";
import { settings } from "@wickr-admin/test-support/random-runs";
import { generated, official } from "./wickr-peers.js";

const both = async (operation: OperationShape, response: CannedResponse) => {
  const [ours, theirs] = await Promise.all([
    generated.output(operation, smallestInput(wickrModel, operation), response),
    official.output(operation, response),
  ]);
  return { ours, theirs } as { ours: Record<string, unknown>; theirs: Record<string, unknown> };
};

const json = (body: unknown): CannedResponse => ({
  statusCode: 200,
  headers: { "content-type": "application/json", "x-amzn-requestid": "request-1" },
  body: typeof body === "string" ? body : JSON.stringify(body),
});

describe("the output is the official runtime's, with required members filled in", () => {
  test.each(wickrOperations.map((each) => [nameOf(each.id), each] as const))(
    "%s",
    async (_name, operation) => {
      await fc.assert(
        fc.asyncProperty(responseBody(wickrModel, operation), async (body) => {
          const { ours, theirs } = await both(operation, json(body));
          const { $metadata: ourMetadata, ...ourOutput } = ours;
          const { $metadata: theirMetadata, ...theirOutput } = theirs;
          expect(ourOutput).toStrictEqual(corrected(wickrModel, operation.output, theirOutput));
          expect(ourMetadata).toMatchObject({
            ...(theirMetadata as object),
            requestId: "request-1",
          });
        }),
        settings as never,
      );
    },
  );
});

describe("an empty body is an output without members", () => {
  test.each(["", "{}"])("%j", async (body) => {
    const { ours, theirs } = await both(wickrOperation("DeleteBot"), json(body));
    expect(ours["message"]).toBeUndefined();
    expect(Object.keys(ours)).toStrictEqual(["$metadata"]);
    expect(Object.keys(theirs)).toStrictEqual(["$metadata"]);
  });
});

describe("where the official runtime does otherwise", () => {
  test("null in a list is left out", async () => {
    const response = json({ users: [null, { userId: "1" }, null], nextToken: "t" });
    const { ours, theirs } = await both(wickrOperation("ListUsers"), response);
    expect(ours["users"]).toStrictEqual([{ userId: "1" }]);
    expect(theirs["users"]).toStrictEqual([null, { userId: "1" }, null]);
  });

  test("a member named __type does not let other unknown members in", async () => {
    const response = json({ users: [{ userId: "1", __type: "User", extra: 1 }] });
    const { ours, theirs } = await both(wickrOperation("ListUsers"), response);
    expect(ours["users"]).toStrictEqual([{ userId: "1" }]);
    expect(theirs["users"]).toStrictEqual([{ userId: "1", __type: "User", extra: 1 }]);
  });

  test("a body that is null is an output without members", async () => {
    const operation = wickrOperation("DeleteBot");
    const input = smallestInput(wickrModel, operation);
    const { $metadata: _, ...ours } = await generated.output(operation, input, json("null"));
    expect(ours).toStrictEqual({});
    await expect(official.output(operation, json("null"))).rejects.toThrow(TypeError);
  });

  test("a required member that is not there is filled in", async () => {
    const { ours, theirs } = await both(wickrOperation("UpdateUser"), json({}));
    expect(ours).toMatchObject({ userId: "", networkId: "", suspended: false });
    expect(theirs).not.toHaveProperty("userId");
  });
});
