/** A regular expression, taken apart as far as dialects differ. */
export type PatternNode =
  /** One thing to match, in JavaScript's own words. */
  | { readonly kind: "source"; readonly source: string }
  | { readonly kind: "sequence" | "choice"; readonly items: readonly PatternNode[] }
  /** A group that captures nothing: `(?:`, `(?=`, `(?<!` and the like. */
  | { readonly kind: "group"; readonly open: string; readonly item: PatternNode }
  | {
      readonly kind: "capture";
      readonly number: number;
      readonly name?: string | undefined;
      readonly item: PatternNode;
    }
  /** What was matched once is kept, even if that makes the rest fail. */
  | { readonly kind: "atomic"; readonly item: PatternNode }
  | { readonly kind: "repeat"; readonly item: PatternNode; readonly quantifier: string }
  /** What a group captured, by the group's number. */
  | { readonly kind: "reference"; readonly number: number };

/** A node for source that needs no more looking into. */
export const source = (text: string): PatternNode => ({ kind: "source", source: text });

/** Why a pattern is not read. */
export class PatternFault extends Error {
  override readonly name = "PatternFault";
  /** Whether it is a mistake in any dialect, rather than something that JavaScript has not. */
  readonly isMistake: boolean;

  constructor(message: string, isMistake = false) {
    super(message);
    this.isMistake = isMistake;
  }
}

/** A fault in any dialect. */
export const mistake = (message: string): PatternFault => new PatternFault(message, true);
