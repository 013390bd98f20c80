import { badRequest } from "../errors.js";
import { decodeText, encodeText, sha256Hex } from "../hash.js";
import type { Position } from "./sort.js";

/**
 * A token says after which position the next page begins, not after how many items: what is created or
 * deleted between two pages makes no item come twice or not at all. It carries a mark made from the
 * query, so that it does not hold for another one.
 */
export const encodeToken = (query: string, position: Position): string =>
  encodeText(JSON.stringify([markOf(query, position), ...position]));

/** @throws BadRequestError - for tokens of other queries, and those that are no tokens. */
export const decodeToken = (query: string, token: string): Position => {
  const [mark, ...position] = parse(token);
  if (typeof mark !== "string" || mark !== markOf(query, position as Position))
    throw badRequest("The pagination token is not valid for this request");

  return position as Position;
};

const parse = (token: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(decodeText(token) ?? "");
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};

const markOf = (query: string, position: Position): string =>
  sha256Hex(`${query}\n${JSON.stringify(position)}`).slice(0, 16);
