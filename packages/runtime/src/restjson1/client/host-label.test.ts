import { expect, it } from "vitest";
import { hostLabel } from "./host-label.js";

it("takes a label", () => {
  expect(hostLabel("a-1", "m")).toBe("a-1");
});

it.each(["", "a.b", "-a", "a-", "a/b", "é", "a".repeat(64), undefined])("refuses %j", (value) => {
  expect(() => hostLabel(value, "m")).toThrow("m must be a valid host label");
});
