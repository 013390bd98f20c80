import { expect, it } from "vitest";
import { idempotencyToken } from "./idempotency-token.js";

it("is a new UUID each time", () => {
  expect(idempotencyToken()).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  );
  expect(idempotencyToken()).not.toBe(idempotencyToken());
});
