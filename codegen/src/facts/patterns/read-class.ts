import { memberSource, otherCase } from "./characters.js";
import type { Cursor } from "./cursor.js";
import { inAnyCase, readEscape } from "./escapes.js";
import { PatternFault, mistake } from "./tree.js";

/** One side of an intersection: members as JavaScript lists them, and classes within the class. */
interface Union {
  readonly members: readonly string[];
  readonly classes: readonly string[];
}

/** Reads a class whose `[` was taken. The source that it gives matches one character. */
export const readClass = (cursor: Cursor, ignoresCase: boolean): string => {
  const negated = cursor.take("^");
  const sides = [readUnion(cursor, ignoresCase, true)];
  while (cursor.take("&&")) sides.push(readUnion(cursor, ignoresCase, false));
  if (!cursor.take("]")) throw mistake("a class of characters is not closed");
  return classSource(sides, negated);
};

const readUnion = (cursor: Cursor, ignoresCase: boolean, isFirst: boolean): Union => {
  const members: string[] = [];
  const classes: string[] = [];
  // At the very beginning a bracket means itself.
  let canClose = !isFirst;
  while (!cursor.isAtEnd() && !(canClose && cursor.sees("]")) && !cursor.sees("&&")) {
    canClose = true;
    if (cursor.take("[")) {
      classes.push(readClass(cursor, ignoresCase));
      continue;
    }
    const first = readMember(cursor, ignoresCase);
    if ("classes" in first) {
      members.push(...first.members);
      classes.push(...first.classes);
      continue;
    }
    const last = takeRange(cursor) ? readRangeEnd(cursor) : first.character;
    members.push(...rangeSource(first.character, last, ignoresCase));
  }
  if (members.length + classes.length === 0)
    throw new PatternFault("a class of characters has a side without members");

  return { members, classes };
};

type Member = { readonly character: string } | Union;

const readMember = (cursor: Cursor, ignoresCase: boolean): Member => {
  if (!cursor.take("\\")) return { character: cursor.next() };
  const escape = readEscape(cursor);
  switch (escape.kind) {
    case "character":
      return { character: escape.character };
    case "set": {
      const members = ignoresCase ? inAnyCase(escape.members) : escape.members;
      return escape.negated
        ? { members: [], classes: [`[^${members}]`] }
        : { members: [members], classes: [] };
    }
    case "assertion":
      // In a class, `\b` is a backspace.
      if (escape.source === "\\b") return { character: "\b" };
      throw mistake(`${escape.source} stands in a class of characters`);
    default:
      throw mistake("an escape that is no character stands in a class of characters");
  }
};

/** Takes a hyphen that has a character behind it; else it means itself. */
const takeRange = (cursor: Cursor): boolean =>
  cursor.match(/-(?!\]|\[|&&|\\[dDwWsShHvVpP])/y) !== undefined;

const readRangeEnd = (cursor: Cursor): string => {
  const end = readMember(cursor, false);
  if ("character" in end) return end.character;
  throw mistake("a range ends with a class of characters");
};

const rangeSource = (first: string, last: string, ignoresCase: boolean): string[] => {
  const from = first.codePointAt(0) ?? 0;
  const to = last.codePointAt(0) ?? 0;
  if (from > to) throw mistake(`the range ${first}-${last} ends before it begins`);
  const source = memberSource(first) + (from === to ? "" : `-${memberSource(last)}`);
  if (!ignoresCase) return [source];
  return [source, ...LETTERS.flatMap(([a, z]) => inOtherCase(from, to, a, z))];
};

const LETTERS = [
  ["a", "z"],
  ["A", "Z"],
] as const;

/** The letters of a range in their other case. */
const inOtherCase = (from: number, to: number, a: string, z: string): string[] => {
  const first = Math.max(from, a.charCodeAt(0));
  const last = Math.min(to, z.charCodeAt(0));
  if (first > last) return [];
  const [start = "", end = ""] = [first, last].map((code) => otherCase(String.fromCharCode(code)));
  return [start === end ? start : `${start}-${end}`];
};

const classSource = (sides: readonly Union[], negated: boolean): string => {
  const [only] = sides;
  if (sides.length === 1 && only && only.classes.length === 0)
    return `[${negated ? "^" : ""}${only.members.join("")}]`;

  const last = unionSource(sides.at(-1));
  const before = sides.slice(0, -1).map((side) => `(?=${unionSource(side)})`);
  const all = sides.length === 1 ? last : `(?:${before.join("")}${last})`;
  return negated ? `(?:(?!${all})[\\s\\S])` : all;
};

const unionSource = (side: Union | undefined): string => {
  const { members = [], classes = [] } = side ?? {};
  const own = members.length > 0 ? [`[${members.join("")}]`] : [];
  const all = [...own, ...classes];
  return all.length === 1 ? all.join("") : `(?:${all.join("|")})`;
};
