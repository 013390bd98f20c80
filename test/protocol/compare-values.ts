import assert from "node:assert/strict";
import { plain } from "@wickr-admin/test-support/plain";

/**
 * Expects the members of an input or output. Null in the parameters of a test says that there is no value:
 * in TypeScript the member is not there.
 */
export const expectMembers = (actual: object, expected: object): void => {
  const wanted = Object.entries(expected).filter(
    ([name, value]) => value !== null || Object.hasOwn(actual, name),
  );
  assert.deepEqual(plain(actual), plain(Object.fromEntries(wanted)));
};
