import { describe, test } from "vitest";
import type { ProtocolTest } from "./protocol-test.js";

/** Makes protocol tests tests of vitest. */
export const runProtocolTests = (tests: readonly ProtocolTest[]): void => {
  const groups = [...new Set(tests.map(({ group }) => group))];
  describe.each(groups)("%s", (group) => {
    const own = tests.filter((each) => each.group === group);
    test.each(own.map((each) => [each.id, each] as const))("%s", (_id, { run }) => run());
  });
};
