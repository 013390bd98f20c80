import { nameOf } from "@wickr-admin/codegen";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wickrModel, wickrOperation, wickrOperations } from "@wickr-admin/test-support/wickr-model";
import { anyInput } from "./arbitraries/inputs.js";
import { comparedRequest, type ComparedRequest } from "./compared-request.js";
import { settings } from "@wickr-admin/test-support/random-runs";
import { generated, official } from "./wickr-peers.js";

const UUID = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Tokens that are made up differ from one another by design. */
const withoutMadeUpToken = ({ headers, ...request }: ComparedRequest): ComparedRequest => {
  const { "x-client-token": token, ...others } = headers;
  return {
    ...request,
    headers:
      token === undefined
        ? others
        : { ...others, "x-client-token": UUID.test(token) ? "made up" : token },
  };
};

describe("the request is the official runtime's", () => {
  test.each(wickrOperations.map((each) => [nameOf(each.id), each] as const))(
    "%s",
    async (_name, operation) => {
      await fc.assert(
        fc.asyncProperty(anyInput(wickrModel, operation), async (input) => {
          const ours = comparedRequest(await generated.request(operation, input));
          const theirs = comparedRequest(await official.request(operation, input));
          expect(withoutMadeUpToken(ours)).toStrictEqual(withoutMadeUpToken(theirs));
        }),
        settings as never,
      );
    },
  );
});

describe("where the official runtime does otherwise", () => {
  const getUser = wickrOperation("GetUser");

  test("an empty label is an error before anything is sent", async () => {
    const input = { networkId: "84620173", userId: "" };
    const { path } = await official.request(getUser, input);
    expect(path).toBe("/networks/84620173/users/");
    await expect(generated.request(getUser, input)).rejects.toThrow("userId");
  });

  test("a token that is null is made up", async () => {
    const input = { networkId: "84620173", clientToken: null };
    const ours = await generated.request(wickrOperation("DeleteNetwork"), input);
    const theirs = await official.request(wickrOperation("DeleteNetwork"), input);
    expect(comparedRequest(ours).headers["x-client-token"]).toMatch(UUID);
    expect(comparedRequest(theirs).headers["x-client-token"]).toBe("null");
  });
});

describe("null in a list is left out by both", () => {
  test.each([
    ["texts", "BatchDeleteUser", { userIds: ["1", null] }, { userIds: ["1"] }],
    [
      "structures",
      "BatchCreateUser",
      { users: [null, { username: "u", securityGroupIds: ["g", null] }] },
      { users: [{ username: "u", securityGroupIds: ["g"] }] },
    ],
  ])("%s", async (_name, operation, body, expected) => {
    const input = { networkId: "84620173", ...body };
    const ours = await generated.request(wickrOperation(operation), input);
    const theirs = await official.request(wickrOperation(operation), input);
    expect(comparedRequest(theirs).body).toStrictEqual(expected);
    expect(comparedRequest(ours).body).toStrictEqual(expected);
  });
});

describe("a missing label is an error of both", () => {
  test.each([
    ["undefined", undefined],
    ["null", null],
  ])("%s", async (_name, userId) => {
    const input = { networkId: "84620173", userId };
    const getUser = wickrOperation("GetUser");
    await expect(official.request(getUser, input)).rejects.toThrow("userId");
    await expect(generated.request(getUser, input)).rejects.toThrow("userId");
  });
});
