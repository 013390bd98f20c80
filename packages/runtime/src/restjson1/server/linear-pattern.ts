/**
 * Patterns in which repetitions are repeated, such as `^([0-9]+)+$`, can keep JavaScript's engine busy
 * for hours over a short text. Those run here, in time proportional to the text: all ways to match
 * are followed at once, character by character.
 */

type Node =
  | { readonly kind: "character"; readonly test: (character: string) => boolean }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "sequence" | "choice"; readonly items: readonly Node[] }
  | { readonly kind: "repeat"; readonly item: Node; readonly min: number; readonly max: number };

/** A step of the compiled pattern: it goes on at the next one, or where it says. */
type Step =
  | { readonly do: "character"; readonly test: (character: string) => boolean }
  | { readonly do: "start" | "end" | "match" }
  | { readonly do: "fork"; readonly to: number[] };

/** Longer programs are left to JavaScript: they come from counted repetitions of counted repetitions. */
const MAX_STEPS = 10_000;

/**
 * A test for the pattern; undefined where JavaScript's own engine does as well, or where the pattern
 * needs what only that engine has (look-around, back references, word boundaries).
 */
export const compileLinear = (pattern: string): ((text: string) => boolean) | undefined => {
  const node = new Parser(pattern).parse();
  if (!node || !repeatsRepetition(node)) return undefined;
  const steps: Step[] = [];
  if (!emit(node, steps)) return undefined;
  steps.push({ do: "match" });
  return (text) => run(steps, text);
};

/** Whether something that can repeat without end stands inside something else that can. */
const repeatsRepetition = (node: Node, within = false): boolean => {
  switch (node.kind) {
    case "sequence":
    case "choice":
      return node.items.some((item) => repeatsRepetition(item, within));
    case "repeat": {
      const endless = node.max === Infinity;
      return (within && endless) || repeatsRepetition(node.item, within || endless);
    }
    default:
      return false;
  }
};

const ATOM =
  /\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[a-zA-Z]|\\[^\da-zA-Z]|\\[dDwWsStnrfv0]|\[(?:\\[^]|[^\]\\])*\]|[^\\()[\]{}*+?|^$]|[\]}]/uy;
const QUANTIFIER = /([*+?]|\{(\d+)(,(\d*))?\})\??/uy;
const GROUP = /\((?:\?:|\?<[A-Za-z_$][\w$]*>)?/uy;

/** Reads the syntax that matters; gives up at anything else. */
class Parser {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  parse(): Node | undefined {
    try {
      const node = this.#choice();
      return this.#at === this.#pattern.length ? node : undefined;
    } catch (error) {
      if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
      throw error;
    }
  }

  #choice(): Node {
    const items = [this.#sequence()];
    while (this.#take("|")) items.push(this.#sequence());
    return { kind: "choice", items };
  }

  #sequence(): Node {
    const items: Node[] = [];
    while (this.#at < this.#pattern.length && !"|)".includes(this.#pattern.charAt(this.#at))) {
      items.push(this.#quantified(this.#single()));
    }
    return { kind: "sequence", items };
  }

  #single(): Node {
    if (this.#take("^")) return { kind: "start" };
    if (this.#take("$")) return { kind: "end" };
    if (this.#match(GROUP)) {
      const node = this.#choice();
      if (!this.#take(")")) throw new SyntaxError("unclosed group");
      return node;
    }
    const atom = this.#match(ATOM);
    if (!atom) throw new SyntaxError("beyond this parser");
    const expression = new RegExp(`^(?:${atom[0]})$`, "u");
    return { kind: "character", test: (character) => expression.test(character) };
  }

  #quantified(item: Node): Node {
    const quantifier = this.#match(QUANTIFIER);
    if (!quantifier) return item;
    const [, sign = "", least = "0", range, most] = quantifier;
    if (sign === "*") return { kind: "repeat", item, min: 0, max: Infinity };
    if (sign === "+") return { kind: "repeat", item, min: 1, max: Infinity };
    if (sign === "?") return { kind: "repeat", item, min: 0, max: 1 };
    const max = range === undefined ? Number(least) : most ? Number(most) : Infinity;
    return { kind: "repeat", item, min: Number(least), max };
  }

  #take(character: string): boolean {
    if (this.#pattern.charAt(this.#at) !== character) return false;
    this.#at++;
    return true;
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#pattern);
    if (match) this.#at += match[0].length;
    return match ?? undefined;
  }
}

/** Appends the node's steps; false if there would be too many. */
const emit = (node: Node, steps: Step[]): boolean => {
  if (steps.length > MAX_STEPS) return false;
  switch (node.kind) {
    case "character":
      steps.push({ do: "character", test: node.test });
      return true;
    case "start":
    case "end":
      steps.push({ do: node.kind });
      return true;
    case "sequence":
      return node.items.every((item) => emit(item, steps));
    case "choice":
      return emitChoice(node.items, steps);
    case "repeat":
      return emitRepeat(node, steps);
  }
};

const emitChoice = (items: readonly Node[], steps: Step[]): boolean => {
  const fork = emitFork(steps);
  const ends: number[][] = [];
  for (const item of items) {
    fork.push(steps.length);
    if (!emit(item, steps)) return false;
    ends.push(emitFork(steps));
  }
  for (const end of ends) end.push(steps.length);
  return true;
};

const emitRepeat = ({ item, min, max }: Node & { kind: "repeat" }, steps: Step[]): boolean => {
  for (let count = 0; count < min; count++) if (!emit(item, steps)) return false;
  if (max === Infinity) {
    const start = steps.length;
    const fork = emitFork(steps);
    fork.push(steps.length);
    if (!emit(item, steps)) return false;
    emitFork(steps).push(start);
    fork.push(steps.length);
    return true;
  }
  const forks: number[][] = [];
  for (let count = min; count < max; count++) {
    const fork = emitFork(steps);
    fork.push(steps.length);
    forks.push(fork);
    if (!emit(item, steps)) return false;
  }
  for (const fork of forks) fork.push(steps.length);
  return true;
};

/** Appends a fork and returns where it leads to, to be filled in. */
const emitFork = (steps: Step[]): number[] => {
  const to: number[] = [];
  steps.push({ do: "fork", to });
  return to;
};

/** Whether the pattern matches anywhere in the text. */
const run = (steps: readonly Step[], text: string): boolean => {
  const characters = [...text];
  let waiting = new Set<number>();
  for (let at = 0; at <= characters.length; at++) {
    // A match may begin at every character.
    const reached = reach(steps, [0, ...waiting], at === 0, at === characters.length);
    if (reached === "match") return true;
    const character = characters[at];
    waiting = new Set();
    if (character === undefined) break;
    for (const index of reached) {
      const step = steps[index];
      if (step?.do === "character" && step.test(character)) waiting.add(index + 1);
    }
  }
  return false;
};

/** The steps that wait for a character, reached from others without taking one. */
const reach = (
  steps: readonly Step[],
  from: readonly number[],
  atStart: boolean,
  atEnd: boolean,
): readonly number[] | "match" => {
  const seen = new Set<number>();
  const found: number[] = [];
  const queue = [...from];
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    if (seen.has(index)) continue;
    seen.add(index);
    const step = steps[index];
    if (!step) continue;
    if (step.do === "match") return "match";
    if (step.do === "fork") queue.push(...step.to);
    else if (step.do === "character") found.push(index);
    else if (step.do === "start" ? atStart : atEnd) queue.push(index + 1);
  }
  return found;
};
