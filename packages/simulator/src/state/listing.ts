import type { SortDirection } from "@wickr-admin/client";
import { decodeToken, encodeToken } from "./page-token.js";
import { type Position, type SortKey, comparePositions, splitFields } from "./sort.js";

/** What requests for pages have in common. */
interface PageInput {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly sortFields?: string | undefined;
  readonly sortDirection?: SortDirection | undefined;
}

/** Items with their positions, in order. */
export interface Ordered<Item> {
  /** From the first item, or from behind a position. */
  after(
    position: Position | undefined,
    direction: SortDirection,
  ): Iterable<readonly [Position, Item]>;
}

/** The order of a list: its fields by the names that callers use, and what it goes by where they name none. */
export interface Order<Item> {
  readonly fields: Readonly<Record<string, SortKey<Item>>>;
  readonly byDefault: SortKey<Item>;
  /** Tells any two items apart. */
  readonly id: SortKey<Item>;
}

/** Some items of a list, and the token of those that follow. */
interface Page<Item> {
  readonly items: Item[];
  readonly nextToken?: string;
}

/** What a query sorts by. */
export const sortKeysOf = <Item>(
  { fields, byDefault, id }: Order<Item>,
  sortFields: string | undefined,
): SortKey<Item>[] => {
  const named = sortFields
    ? splitFields(sortFields).map((name) => fields[name] ?? byDefault)
    : [byDefault];
  return [...named, id];
};

/** Puts items in order, for lists that are short enough to be sorted at each call. */
export const sorted = <Item>(
  items: Iterable<Item>,
  keys: readonly SortKey<Item>[],
): Ordered<Item> => {
  const entries = Array.from(items, (item) => [keys.map((key) => key(item)), item] as const);
  return {
    after: (position, direction) => {
      const sign = direction === "ASC" ? 1 : -1;
      return entries
        .filter(([at]) => position === undefined || sign * comparePositions(at, position) > 0)
        .sort(([a], [b]) => sign * comparePositions(a, b));
    },
  };
};

/** How many items a page has where nobody says, and at most. */
const DEFAULT_PAGE = 10;
const LARGEST_PAGE = 100;

/**
 * Cuts a page out of what is in order: of 1 to 100 items, also where another number is asked for.
 *
 * @param query - All that the token must not be used with another value of: operation, ids and filters.
 */
export const pageOf = <Item>(
  ordered: Ordered<Item>,
  query: readonly unknown[],
  input: PageInput,
): Page<Item> => {
  const { nextToken, sortFields, sortDirection = "DESC" } = input;
  const size = Math.min(Math.max(input.maxResults ?? DEFAULT_PAGE, 1), LARGEST_PAGE);
  const fullQuery = JSON.stringify([...query, sortFields, sortDirection]);
  const start = nextToken === undefined ? undefined : decodeToken(fullQuery, nextToken);
  const items: Item[] = [];
  let last: Position | undefined;
  for (const [position, item] of ordered.after(start, sortDirection)) {
    if (items.length === size)
      return { items, nextToken: encodeToken(fullQuery, last as Position) };
    items.push(item);
    last = position;
  }
  return { items };
};
