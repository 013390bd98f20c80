/** Milliseconds, or a function that says how many for the next answer. */
export type Delay = number | (() => number);

/** Waits that long; not at all for none. */
export const wait = async (delay: Delay | undefined): Promise<void> => {
  const milliseconds = typeof delay === "function" ? delay() : delay;
  if (milliseconds !== undefined && milliseconds > 0)
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
};
