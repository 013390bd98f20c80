/** How a batch went, in words. */
export const batchMessage = (
  succeeded: number,
  failed: number,
  words: { readonly all: string; readonly some: string; readonly none: string },
): string => {
  if (failed === 0) return words.all;
  return succeeded === 0 ? words.none : words.some;
};
