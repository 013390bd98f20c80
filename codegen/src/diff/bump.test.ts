import { expect, test } from "vitest";
import type { Change, Impact } from "./change.js";
import { bumpOf } from "./bump.js";

const change = (impact: Partial<Impact>, kind = "AddedMember"): Change => ({
  kind,
  shape: "a#B",
  file: "a.json",
  message: "",
  client: "patch",
  mock: "patch",
  ...impact,
});

test("The worst change decides, be it for the client or for the mock.", () => {
  expect(bumpOf([])).toBeUndefined();
  expect(bumpOf([change({}), change({ client: "additive" })])).toBe("minor");
  expect(bumpOf([change({ mock: "breaking" }), change({ client: "additive" })])).toBe("major");
  expect(bumpOf([change({})])).toBe("patch");
});

test("Tests of a model reach no user.", () => {
  expect(bumpOf([change({}, "ChangedTests")])).toBeUndefined();
});
