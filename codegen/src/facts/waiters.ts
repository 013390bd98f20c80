import { isObject, property, type JsonObject } from "../model/json.js";
import { nameOf, type Json, type OperationShape, type ShapeId } from "../model/model.js";
import { trait } from "../model/traits.js";

/** The trait that gives an operation its waiters. */
export const WAITABLE = "smithy.waiters#waitable";

/**
 * A trait of this generator's own: acceptors that Smithy's cannot express, since another operation has to
 * confirm them. They come after those of the waiter that is named.
 */
export const CONFIRMED_ACCEPTORS = "wickr.codegen#confirmedAcceptors";

/** Seconds between two tries, where a waiter does not say otherwise. */
const DELAYS = { min: 2, max: 120 } as const;

/** A way to wait for a state: an entry of the `waitable` trait. */
export interface Waiter {
  readonly name: string;
  readonly documentation?: string;
  readonly acceptors: readonly Acceptor[];
  /** Seconds between the first two tries. */
  readonly minDelay: number;
  /** Seconds between two tries at most. */
  readonly maxDelay: number;
  readonly deprecated: boolean;
  readonly tags: readonly Json[];
}

/** What an answer, or an error, comes to. */
export interface Acceptor {
  readonly state: "failure" | "retry" | "success";
  readonly matcher: Matcher;
  /** The matchers that it names, also malformed ones; of a valid model it is one. */
  readonly kinds: readonly string[];
  /** What else has to hold. */
  readonly confirmedBy?: Confirmation;
}

/** A question to another operation: each page of its output has to be as expected. */
export interface Confirmation extends PathMatcher {
  readonly operation: ShapeId;
  /** Members of that operation's input, and the members of the waiter's input that they are taken from. */
  readonly input: ReadonlyMap<string, string>;
}

/** Which answers an acceptor is for. */
export interface Matcher {
  readonly success?: boolean;
  readonly errorType?: string;
  readonly output?: PathMatcher;
  readonly inputOutput?: PathMatcher;
}

/** A JMESPath expression, and what its value has to be. */
export interface PathMatcher {
  readonly path: string;
  readonly expected: string;
  readonly comparator: Comparator;
}

/** How a value is compared with what is expected. */
export type Comparator = (typeof COMPARATORS)[number];

const COMPARATORS = [
  "stringEquals",
  "booleanEquals",
  "allStringEquals",
  "anyStringEquals",
] as const;
const STATES = ["failure", "retry", "success"] as const;

/** The waiters of an operation, by name. What is malformed is left out. */
export const waitersOf = (operation: OperationShape): ReadonlyMap<string, Waiter> => {
  const waiters = trait(operation, WAITABLE);
  if (!isObject(waiters)) return new Map();
  const confirmed = confirmedAcceptorsOf(operation);
  return new Map(
    Object.entries(waiters).flatMap(([name, waiter]): [string, Waiter][] =>
      isObject(waiter) ? [[name, waiterOf(name, waiter, confirmed.get(name) ?? [])]] : [],
    ),
  );
};

/** The acceptors that other operations confirm, by the waiter's name; also where there is no such waiter. */
export const confirmedAcceptorsOf = (
  operation: OperationShape,
): ReadonlyMap<string, readonly Acceptor[]> => {
  const confirmed = trait(operation, CONFIRMED_ACCEPTORS);
  if (!isObject(confirmed)) return new Map();
  return new Map(
    Object.keys(confirmed).map((name) => [
      name,
      listOf(confirmed, name).flatMap((acceptor) =>
        acceptorOf(acceptor).flatMap((known): Acceptor[] => {
          const confirmedBy = confirmationOf(acceptor);
          // Without what confirms it, it would match too much.
          return confirmedBy ? [{ ...known, confirmedBy }] : [];
        }),
      ),
    ]),
  );
};

const confirmationOf = (acceptor: Json): Confirmation | undefined => {
  const confirmedBy = isObject(acceptor) ? property(acceptor, "confirmedBy") : undefined;
  const matcher = pathMatcherOf(confirmedBy);
  if (!isObject(confirmedBy) || !matcher) return undefined;
  const operation = textOf(confirmedBy, "operation");
  const input = property(confirmedBy, "input");
  return operation === undefined
    ? undefined
    : {
        ...matcher,
        operation,
        input: new Map(
          Object.entries(isObject(input) ? input : {}).filter(
            (member): member is [string, string] => typeof member[1] === "string",
          ),
        ),
      };
};

const waiterOf = (name: string, waiter: JsonObject, confirmed: readonly Acceptor[]): Waiter => {
  const documentation = textOf(waiter, "documentation");
  return {
    name,
    ...(documentation !== undefined && { documentation }),
    acceptors: [...listOf(waiter, "acceptors").flatMap(acceptorOf), ...confirmed],
    minDelay: numberOf(waiter, "minDelay") ?? DELAYS.min,
    maxDelay: numberOf(waiter, "maxDelay") ?? DELAYS.max,
    deprecated: property(waiter, "deprecated") === true,
    tags: listOf(waiter, "tags"),
  };
};

const acceptorOf = (acceptor: Json): Acceptor[] => {
  if (!isObject(acceptor)) return [];
  const state = STATES.find((known) => known === property(acceptor, "state"));
  const matcher = property(acceptor, "matcher");
  return state && isObject(matcher)
    ? [{ state, matcher: matcherOf(matcher), kinds: Object.keys(matcher) }]
    : [];
};

const matcherOf = (matcher: JsonObject): Matcher => {
  const success = property(matcher, "success");
  const errorType = textOf(matcher, "errorType");
  const output = pathMatcherOf(property(matcher, "output"));
  const inputOutput = pathMatcherOf(property(matcher, "inputOutput"));
  return {
    ...(typeof success === "boolean" && { success }),
    ...(errorType !== undefined && { errorType }),
    ...(output && { output }),
    ...(inputOutput && { inputOutput }),
  };
};

const pathMatcherOf = (matcher: Json | undefined): PathMatcher | undefined => {
  if (!isObject(matcher)) return undefined;
  const path = textOf(matcher, "path");
  const expected = textOf(matcher, "expected");
  const comparator = COMPARATORS.find((known) => known === property(matcher, "comparator"));
  return path !== undefined && expected !== undefined && comparator
    ? { path, expected, comparator }
    : undefined;
};

/** The name that an error of that type bears: its shape's, without the namespace. */
export const errorNameOf = (errorType: ShapeId): string =>
  errorType.includes("#") ? nameOf(errorType) : errorType;

const textOf = (value: JsonObject, name: string): string | undefined => {
  const text = property(value, name);
  return typeof text === "string" ? text : undefined;
};

const numberOf = (value: JsonObject, name: string): number | undefined => {
  const number = property(value, name);
  return typeof number === "number" ? number : undefined;
};

const listOf = (value: JsonObject, name: string): readonly Json[] => {
  const list = property(value, name);
  return Array.isArray(list) ? (list as readonly Json[]) : [];
};
