/** Asks the provider once; a failure is not kept, so that the next call can do better. */
export const once = <T>(provider: () => Promise<T>): (() => Promise<T>) => {
  let result: Promise<T> | undefined;
  return () =>
    (result ??= provider().catch((error: unknown) => {
      result = undefined;
      throw error;
    }));
};
