import type { MiddlewareStack } from "@smithy/types";

/** Calls back when the stack is changed from now on. */
export const watchStack = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
  changed: () => void,
): void => {
  for (const method of [
    "add",
    "addRelativeTo",
    "use",
    "remove",
    "removeByTag",
    "identifyOnResolve",
  ] as const) {
    const original = stack[method] as (...args: unknown[]) => unknown;
    stack[method] = ((...args: unknown[]) => {
      // Without an argument, `identifyOnResolve` only asks.
      if (args.length > 0) changed();

      return original(...args);
    }) as never;
  }
};
