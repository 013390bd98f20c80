import type { Json } from "../model/model.js";

/** The value of a JSON text, or what is wrong with it and where. */
export type ParsedText =
  | { readonly value: Json }
  | { readonly message: string; readonly line: number; readonly column: number };

/** Parses JSON. Node's own messages often give no position, so a failed text is scanned for it. */
export const parseJsonText = (text: string): ParsedText => {
  // A byte order mark is no part of the JSON, yet editors leave one.
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  try {
    return { value: JSON.parse(json) as Json };
  } catch {
    const { position, expected } = findFault(json);
    const before = json.slice(0, position).split("\n");
    return {
      message: `found ${describeAt(json, position)}, expected ${expected}`,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    };
  }
};

const describeAt = (text: string, position: number): string =>
  position < text.length
    ? JSON.stringify(String.fromCodePoint(text.codePointAt(position) ?? 0))
    : "the end of the file";

/** A fault in a JSON text. */
interface Fault {
  readonly position: number;
  readonly expected: string;
}

const SPACE = /[ \t\r\n]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// oxlint-disable-next-line no-control-regex -- JSON strings may not hold them
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
// oxlint-disable-next-line no-control-regex -- as above
const STRING_START = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;

/** Walks the text as JSON up to the first place that is none. */
const findFault = (text: string): Fault => {
  let position = 0;
  /** The closing brackets still to come. */
  const open: ("]" | "}")[] = [];
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = position;
    if (!pattern.test(text)) return false;
    position = pattern.lastIndex;
    return true;
  };
  const fault = (expected: string): Fault => ({ position, expected });
  const stringFault = (): Fault => {
    skip(STRING_START);
    return fault(
      text[position] === "\\" ? "a valid escape sequence" : 'the rest of the string and its "',
    );
  };
  let state: "value" | "first" | "key" | "after" = "value";
  while (true) {
    skip(SPACE);
    const next = text[position];
    if (state === "first") {
      // Right after an opening bracket, which may close at once.
      if (next === open.at(-1)) {
        position++;
        open.pop();
        state = "after";
        continue;
      }
      state = open.at(-1) === "}" ? "key" : "value";
    }
    if (state === "key") {
      if (next !== '"') return fault('a property name in "quotes"');
      if (!skip(STRING)) return stringFault();
      skip(SPACE);
      if (text[position] !== ":") return fault('":"');
      position++;
      state = "value";
    } else if (state === "value") {
      if (next === "{" || next === "[") {
        position++;
        open.push(next === "{" ? "}" : "]");
        state = "first";
      } else if (next === '"') {
        if (!skip(STRING)) return stringFault();
        state = "after";
      } else if (skip(LITERAL)) {
        state = "after";
      } else {
        return fault("a value");
      }
    } else {
      const close = open.at(-1);
      if (close === undefined) return fault("nothing after the value");
      position++;
      if (next === close) {
        open.pop();
      } else if (next === ",") {
        state = close === "}" ? "key" : "value";
      } else {
        position--;
        return fault(`"," or "${close}"`);
      }
    }
  }
};
