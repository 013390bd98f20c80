import {
  type Condition,
  type Expression,
  type Rule,
  type RuleSet,
  isCall,
  isReference,
} from "../../facts/endpoints/rule-set.js";
import { isObject, property, type JsonObject } from "../../model/json.js";
import type { Json } from "../../model/model.js";
import { LIBRARY, type Value } from "./library.js";

/** What endpoint rules come to: an endpoint, or an error in words. */
export type Resolution =
  | {
      readonly endpoint: {
        readonly url: Value;
        readonly headers: Readonly<Record<string, readonly Value[]>>;
        readonly properties: JsonObject;
      };
    }
  | { readonly error: Value };

/** A resolution, and the partitions that decided about it. */
export interface Evaluation {
  /** Undefined where no rule is for the parameters. */
  readonly resolution: Resolution | undefined;
  readonly partitions: ReadonlySet<string>;
}

/** Why rules cannot be evaluated. */
export class EvaluationError extends Error {
  override readonly name = "EvaluationError";
}

type Variables = ReadonlyMap<string, Value>;

/** Runs endpoint rules over parameters. */
export const evaluateRules = (ruleSet: RuleSet, parameters: JsonObject): Evaluation => {
  const variables = new Map<string, Value>(
    Object.entries(ruleSet.parameters).map(([name, parameter]) => [
      name,
      property(parameters, name) ?? parameter.default,
    ]),
  );
  const partitions = new Set<string>();

  const evaluate = (expression: Expression, known: Variables): Value => {
    if (typeof expression === "string") return fillIn(expression, known);
    if (typeof expression !== "object") return expression;
    if (isReference(expression)) return known.get(expression.ref);
    if (isCall(expression)) return call(expression, known);
    return expression.map((item) => evaluate(item, known) ?? null);
  };

  const call = ({ fn, argv }: { fn: string; argv: readonly Expression[] }, known: Variables) => {
    if (fn === "getAttr") {
      const [from, path] = argv;
      return attributeOf(from === undefined ? from : evaluate(from, known), String(path));
    }
    if (!Object.hasOwn(LIBRARY, fn)) throw new EvaluationError(`there is no function ${fn}`);
    const value = LIBRARY[fn]?.(...argv.map((item) => evaluate(item, known)));
    if (fn === "aws.partition" && isObject(value ?? null))
      partitions.add(String(attributeOf(value, "name")));

    return value;
  };

  /** The variables with those that the conditions assign; undefined where one does not hold. */
  const holds = (conditions: readonly Condition[], known: Variables): Variables | undefined => {
    const extended = new Map(known);
    for (const condition of conditions) {
      const value = call(condition, extended);
      if (value === undefined || value === null || value === false) return undefined;
      if (condition.assign !== undefined) extended.set(condition.assign, value);
    }
    return extended;
  };

  const resolve = (rules: readonly Rule[], known: Variables): Resolution | undefined => {
    for (const rule of rules) {
      const extended = holds(rule.conditions ?? [], known);
      if (!extended) continue;
      if (rule.error !== undefined) return { error: evaluate(rule.error, extended) };
      if (rule.endpoint) {
        const { url, headers = {}, properties = {} } = rule.endpoint;
        const lists = Object.entries(headers).map(([name, values]): [string, Value[]] => [
          name,
          values.map((value) => evaluate(value, extended)),
        ]);
        return {
          endpoint: {
            url: evaluate(url, extended),
            headers: Object.fromEntries(lists),
            properties: filledIn(properties, extended) as JsonObject,
          },
        };
      }
      const resolution = resolve(rule.rules ?? [], extended);
      if (resolution) return resolution;
    }
    return undefined;
  };

  return { resolution: resolve(ruleSet.rules, variables), partitions };
};

/** Text with values in place of `{name}` and `{name#attribute}`. */
const fillIn = (template: string, known: Variables): string =>
  template.replace(
    /\{\{|\}\}|\{([^{}#]+)(?:#([^{}]+))?\}/g,
    (token, name: string | undefined, path: string | undefined) => {
      if (name === undefined) return token.charAt(0);
      const value = known.get(name);
      return String(path === undefined ? value : attributeOf(value, path));
    },
  );

/** Templates in lists and objects. */
const filledIn = (value: Json, known: Variables): Json => {
  if (typeof value === "string") return fillIn(value, known);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => filledIn(item, known));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, filledIn(item, known)]),
  );
};

/** An attribute by its path: `resourceId[0]`, `[-1]`. */
const attributeOf = (value: Value, path: string): Value => {
  let found = value;
  for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[(-?\d+)\]/g)) {
    if (index !== undefined)
      found = Array.isArray(found) ? (found as readonly Json[]).at(Number(index)) : undefined;
    else if (name !== undefined) found = isObject(found) ? property(found, name) : undefined;
  }
  return found;
};
