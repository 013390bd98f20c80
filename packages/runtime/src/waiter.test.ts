import { WaiterState as SmithyWaiterState } from "@smithy/util-waiter";
import { expect, it } from "vitest";
import { checkExceptions, createWaiter, WaiterState } from "./waiter.js";

it("knows the states of the AWS SDK", () => {
  expect(WaiterState).toEqual(SmithyWaiterState);
});

it("asks until the check succeeds", async () => {
  const states = [WaiterState.RETRY, WaiterState.SUCCESS];
  const result = await createWaiter(
    { client: {}, minDelay: 0.001, maxDelay: 0.002, maxWaitTime: 5 },
    {},
    async () => ({ state: states.shift()!, reason: "done" }),
  );
  expect(checkExceptions(result)).toMatchObject({ state: "SUCCESS", final: "done" });
});

it("throws where the check fails", () => {
  expect(() => checkExceptions({ state: WaiterState.FAILURE, reason: "gone" })).toThrow("gone");
});
