/** Values to sort by, the first one first; the last one tells any two items apart. */
export type Position = readonly (string | number)[];

/** What an item is sorted by. */
export type SortKey<Item> = (item: Item) => string | number;

/** Compares text by code units and numbers by size, value by value. */
export const comparePositions = (a: Position, b: Position): number => {
  for (let at = 0; at < a.length; at++) {
    const left = a[at] as string | number;
    const right = b[at] as string | number;
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
};

/** Names of fields as the caller joins them: by `+`, which some clients' URLs turn into a space. */
export const splitFields = (text: string): string[] => text.split(/[+ ]/);
