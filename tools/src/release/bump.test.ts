import { expect, test } from "vitest";
import { bumpBetween, covers } from "./bump.js";

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
