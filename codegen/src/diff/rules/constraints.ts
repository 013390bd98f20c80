import { boundsOf } from "../../facts/constraints.js";
import { isObject, property } from "../../model/json.js";
import type { Json } from "../../model/model.js";
import type { Impact } from "../change.js";
import type { Comparison, Rule } from "../comparison.js";
import { changesOfInheritedTrait } from "../trait-values.js";
import { fromTo, value } from "../wording.js";

/** The types stay; the mock, as the service, refuses what it took before. */
const TIGHTENED: Impact = { client: "patch", mock: "breaking" };
const LOOSENED: Impact = { client: "patch", mock: "additive" };

/** Values that `length` and `range` let through now, or no longer. */
export const changedBounds: Rule = (comparison) => {
  compareBounds(comparison, "length", "Length");
  compareBounds(comparison, "range", "Range");
};

const compareBounds = (comparison: Comparison, name: string, kind: string): void => {
  for (const { on, before, after } of changesOfInheritedTrait(comparison, name)) {
    for (const end of ["min", "max"] as const) {
      const was = bound(before, end);
      const is = bound(after, end);
      if (was?.number === is?.number) continue;
      const lowest = end === "min" ? -Infinity : Infinity;
      const rose = (is?.number ?? lowest) > (was?.number ?? lowest);
      const tightened = rose === (end === "min");
      const what = `${end === "min" ? "minimum" : "maximum"} ${name === "length" ? "length" : "value"}`;
      comparison.report(
        `${kind}${tightened ? "Tightened" : "Loosened"}`,
        on,
        `${what} ${changeOf(was?.json, is?.json)}`,
        tightened ? TIGHTENED : LOOSENED,
        `smithy.api#${name}`,
      );
    }
  }
};

/** A bound as a number, and as the model writes it. */
const bound = (
  trait: Json | undefined,
  end: "min" | "max",
): { number: number; json: Json } | undefined => {
  const number = boundsOf(trait)?.[end];
  const json = isObject(trait) ? property(trait, end) : undefined;
  return number === undefined || json === undefined ? undefined : { number, json };
};

const changeOf = (was: Json | undefined, is: Json | undefined): string => {
  if (was === undefined) return `set to ${value(is)}`;
  return is === undefined ? `of ${value(was)} removed` : `changed ${fromTo(was, is)}`;
};

/**
 * Patterns: nobody can tell in general which of two lets more through, so that any other is a tighter one,
 * but for one that lets everything through, which is as good as none.
 */
export const changedPatterns: Rule = (comparison) => {
  for (const { on, before, after } of changesOfInheritedTrait(comparison, "pattern")) {
    const [was, is] = [constraining(before), constraining(after)];
    if (was === is) continue;
    const removed = is === undefined;
    const kind = removed ? "PatternLoosened" : "PatternTightened";
    const impact = removed ? LOOSENED : TIGHTENED;
    comparison.report(kind, on, `pattern ${changeOf(was, is)}`, impact, "smithy.api#pattern");
  }
};

/** Any character: a class and its opposite in one. */
const ANY = String.raw`\[(?:\\s\\S|\\S\\s|\\d\\D|\\D\\d|\\w\\W|\\W\\w)\]`;
/**
 * The usual ways to write that every text passes. A pattern is looked for anywhere in the text; `^.*$` is
 * none of them, since a dot stands for no line break.
 */
const EVERYTHING = new RegExp(String.raw`^(?:\^?${ANY}\*\$?|\(\?s\)\^?\.\*\$?|\^?\.\*)?$`);

/** A pattern that keeps some text out; undefined where there is none. */
const constraining = (pattern: Json | undefined): Json | undefined =>
  typeof pattern === "string" && EVERYTHING.test(pattern) ? undefined : pattern;

/** Lists whose items must be unique now, or no longer. */
export const changedUniqueItems: Rule = (comparison) => {
  for (const { on, after } of changesOfInheritedTrait(comparison, "uniqueItems")) {
    const tightened = after !== undefined;
    comparison.report(
      `UniqueItems${tightened ? "Tightened" : "Loosened"}`,
      on,
      tightened ? "items must be unique now" : "items need no longer be unique",
      tightened ? TIGHTENED : LOOSENED,
      "smithy.api#uniqueItems",
    );
  }
};
