import { constructStack } from "@smithy/core/client";
import type { InitializeMiddleware } from "@smithy/types";
import { expect, it, vi } from "vitest";
import { watchStack } from "./watch-stack.js";

const passThrough: InitializeMiddleware<object, object> = (next) => next;

it.each([
  ["add", (stack: ReturnType<typeof constructStack>) => stack.add(passThrough)],
  ["use", (stack) => stack.use({ applyToStack: () => {} })],
  ["remove", (stack) => stack.remove("x")],
  ["removeByTag", (stack) => stack.removeByTag("x")],
  ["identifyOnResolve", (stack) => stack.identifyOnResolve(false)],
  [
    "addRelativeTo",
    (stack) => stack.addRelativeTo(passThrough, { relation: "after", toMiddleware: "x" }),
  ],
] satisfies [string, (stack: ReturnType<typeof constructStack>) => unknown][])(
  "notices %s",
  (_name, change) => {
    const stack = constructStack();
    const changed = vi.fn();
    watchStack(stack, changed);
    change(stack);
    expect(changed).toHaveBeenCalled();
  },
);

it("does not mind being copied or read", () => {
  const stack = constructStack();
  const changed = vi.fn();
  watchStack(stack, changed);
  stack.clone();
  stack.concat(constructStack());
  stack.identify();
  stack.identifyOnResolve();
  expect(changed).not.toHaveBeenCalled();
});
