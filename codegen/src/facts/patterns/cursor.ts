/** A place in a text that moves on as things are taken. */
export interface Cursor {
  readonly isAtEnd: () => boolean;
  /** The character at the place, a whole one; empty at the end. */
  readonly peek: () => string;
  /** Whether the text goes on so. */
  readonly sees: (text: string) => boolean;
  /** Moves behind the text, if it comes next. */
  readonly take: (text: string) => boolean;
  /** Moves behind what the sticky expression matches. */
  readonly match: (expression: RegExp) => RegExpExecArray | undefined;
  /** Moves behind the next character. */
  readonly next: () => string;
}

/** A cursor at the beginning of a text. */
export const cursorOf = (text: string): Cursor => {
  let at = 0;
  const peek = (): string => {
    const point = text.codePointAt(at);
    return point === undefined ? "" : String.fromCodePoint(point);
  };
  return {
    isAtEnd: () => at >= text.length,
    peek,
    sees: (wanted) => text.startsWith(wanted, at),
    take: (wanted) => {
      if (!text.startsWith(wanted, at)) return false;
      at += wanted.length;
      return true;
    },
    match: (expression) => {
      expression.lastIndex = at;
      const found = expression.exec(text) ?? undefined;
      if (found) at += found[0].length;
      return found;
    },
    next: () => {
      const character = peek();
      at += character.length;
      return character;
    },
  };
};
