import { expect, test } from "vitest";
import type { Change, Impact } from "../diff/change.js";
import { bumpBetween, bumpOf, covers } from "./bump.js";

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

test("A bigger bump covers a smaller one.", () => {
  expect(covers("major", "minor")).toBe(true);
  expect(covers("minor", "major")).toBe(false);
  expect(covers(undefined, "patch")).toBe(false);
});

test("Versions tell the bump between them.", () => {
  expect(bumpBetween("1.2.3", "2.0.0")).toBe("major");
  expect(bumpBetween("0.9.0", "0.10.0")).toBe("minor");
  expect(bumpBetween("1.2.3", "1.2.4-beta.1")).toBe("patch");
  expect(bumpBetween("1.2.3", "1.2.3")).toBeUndefined();
  expect(bumpBetween("2.0.0", "1.9.9")).toBeUndefined();
});
