import { characterSource, otherCase } from "./characters.js";
import { type Cursor, cursorOf } from "./cursor.js";
import { inAnyCase, readEscape } from "./escapes.js";
import { readClass } from "./read-class.js";
import { PatternFault, type PatternNode, mistake, source } from "./tree.js";

/** How Java reads from here on: `(?ims)`. */
interface Flags {
  readonly ignoresCase: boolean;
  /** Whether `^` and `$` match at every line. */
  readonly byLine: boolean;
  /** Whether `.` matches line breaks. */
  readonly dotIsAll: boolean;
}

const NO_FLAGS: Flags = { ignoresCase: false, byLine: false, dotIsAll: false };

/** What is known while a pattern is read. */
interface Reading {
  readonly cursor: Cursor;
  flags: Flags;
  captures: number;
}

/**
 * Reads a pattern as Java does, which understands nearly all that JavaScript does.
 *
 * @throws PatternFault where it is malformed, or has no equal in JavaScript.
 */
export const readPattern = (text: string): PatternNode => {
  const reading: Reading = { cursor: cursorOf(unquote(text)), flags: NO_FLAGS, captures: 0 };
  const node = readChoice(reading);
  if (!reading.cursor.isAtEnd()) throw mistake("a ) closes nothing");
  return node;
};

/** Text between `\Q` and `\E` as escaped characters. */
const unquote = (text: string): string =>
  text.replace(/\\Q([^]*?)(?:\\E|$)|\\[^]/g, (token: string, quoted: string | undefined) =>
    quoted === undefined ? token : quoted.replace(/[^A-Za-z0-9\s]/gu, "\\$&"),
  );

/** Alternatives, to the end of the group. Flags that are set within end with it. */
const readChoice = (reading: Reading): PatternNode => {
  const { flags } = reading;
  const items = [readSequence(reading)];
  while (reading.cursor.take("|")) items.push(readSequence(reading));
  reading.flags = flags;
  return items.length === 1 ? items[0]! : { kind: "choice", items };
};

const readSequence = (reading: Reading): PatternNode => {
  const { cursor } = reading;
  const items: PatternNode[] = [];
  while (!cursor.isAtEnd() && !cursor.sees("|") && !cursor.sees(")")) {
    const flags = readFlags(cursor, reading.flags);
    if (flags) reading.flags = flags;
    else items.push(readQuantified(reading));
  }
  return { kind: "sequence", items };
};

/** Flags that stand by themselves: `(?i)`. */
const readFlags = (cursor: Cursor, flags: Flags): Flags | undefined => {
  const found = cursor.match(/\(\?(?=[a-zA-Z-])([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/y);
  return found && changed(flags, found[1] ?? "", found[2] ?? "");
};

const changed = (flags: Flags, on: string, off: string): Flags => {
  const all = { ...flags };
  for (const [letters, value] of [
    [on, true],
    [off, false],
  ] as const) {
    for (const letter of letters) {
      if (letter === "i") all.ignoresCase = value;
      else if (letter === "m") all.byLine = value;
      else if (letter === "s") all.dotIsAll = value;
      else if (/[dUux]/.test(letter))
        throw new PatternFault(`the flag ${letter} has no equal in JavaScript`);
      else throw mistake(`${letter} is no flag`);
    }
  }
  return all;
};

const readQuantified = (reading: Reading): PatternNode => {
  const atom = readAtom(reading);
  const { cursor } = reading;
  const found = cursor.match(QUANTIFIER);
  if (!found) return atom;
  const [, quantifier = "", min, max, mode] = found;
  if (max !== undefined && max !== "" && Number(max) < Number(min))
    throw mistake(`${quantifier} ends before it begins`);
  const another = cursor.match(QUANTIFIER);
  // Java reads `a{2}{3}`, but as nothing that anyone would mean.
  if (another?.[2] !== undefined) throw new PatternFault("two counts stand in a row");
  if (another) throw mistake(`there is nothing for ${another[0]} to repeat`);
  const repeat: PatternNode = {
    kind: "repeat",
    item: atom,
    quantifier: quantifier + (mode === "?" ? "?" : ""),
  };
  return mode === "+" ? { kind: "atomic", item: repeat } : repeat;
};

const QUANTIFIER = /([*+?]|\{(\d+)(?:,(\d*))?\})([?+]?)/y;

const readAtom = (reading: Reading): PatternNode => {
  const { cursor, flags } = reading;
  if (cursor.take("(")) return readGroup(reading);
  if (cursor.take("[")) return source(readClass(cursor, flags.ignoresCase));
  if (cursor.take("^")) return source(flags.byLine ? "(?<![^\\n])" : "^");
  if (cursor.take("$")) return source(flags.byLine ? "(?![^\\n])" : "$");
  if (cursor.take(".")) return source(flags.dotIsAll ? "[\\s\\S]" : ".");
  if (cursor.take("\\")) return readEscaped(reading);
  const character = cursor.next();
  if (/[*+?]/.test(character)) throw mistake(`there is nothing for ${character} to repeat`);
  return literal(character, flags);
};

const literal = (character: string, { ignoresCase }: Flags): PatternNode => {
  const other = ignoresCase ? otherCase(character) : undefined;
  return source(other === undefined ? characterSource(character) : `[${character}${other}]`);
};

const readEscaped = (reading: Reading): PatternNode => {
  const escape = readEscape(reading.cursor);
  const { ignoresCase, byLine } = reading.flags;
  switch (escape.kind) {
    case "character":
      return literal(escape.character, reading.flags);
    case "set": {
      const members = ignoresCase ? inAnyCase(escape.members) : escape.members;
      // A single class needs no brackets.
      const isSingle = !escape.negated && /^\\(?:\w|[pP]\{[^}]*\})$/.test(members);
      return source(isSingle ? members : `[${escape.negated ? "^" : ""}${members}]`);
    }
    case "assertion":
      return source(escape.source);
    case "line-break":
      return source("(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])");
    case "start":
      return source(byLine ? "(?<![\\s\\S])" : "^");
    case "end":
      return source(byLine ? "(?![\\s\\S])" : "$");
    case "named-reference":
    case "reference":
      if (ignoresCase)
        throw new PatternFault("a reference that ignores case has no equal in JavaScript");

      return escape.kind === "reference"
        ? { kind: "reference", number: escape.number }
        : source(`\\k<${escape.name}>`);
  }
};

const readGroup = (reading: Reading): PatternNode => {
  const { cursor } = reading;
  if (cursor.take("?>")) return { kind: "atomic", item: readRest(reading) };
  const around = cursor.match(/\?(?:[:=!]|<[=!])/y);
  if (around) return { kind: "group", open: `(${around[0]}`, item: readRest(reading) };
  const flags = cursor.match(/\?(?=[a-zA-Z-])([a-zA-Z]*)(?:-([a-zA-Z]+))?:/y);
  if (flags) {
    const before = reading.flags;
    reading.flags = changed(before, flags[1] ?? "", flags[2] ?? "");
    const item = readRest(reading);
    reading.flags = before;
    return { kind: "group", open: "(?:", item };
  }
  const named = cursor.match(/\?<([A-Za-z][A-Za-z0-9]*)>/y);
  if (!named && cursor.sees("?")) throw mistake("a group begins with ?, but is of no kind");
  reading.captures++;
  const number = reading.captures;
  return { kind: "capture", number, name: named?.[1], item: readRest(reading) };
};

const readRest = (reading: Reading): PatternNode => {
  const item = readChoice(reading);
  if (!reading.cursor.take(")")) throw mistake("a group is not closed");
  return item;
};
