import { isDeepStrictEqual } from "node:util";
import { isObject, property } from "../../model/json.js";
import type { Json, OperationShape, ShapeId } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import type { Impact } from "../change.js";
import type { Rule } from "../comparison.js";
import { pairEntries } from "../pairs.js";
import { code } from "../wording.js";

const WAITABLE = "smithy.waiters#waitable";

/** The mock has no waiters. */
const of = (client: Impact["client"]): Impact => ({ client, mock: "patch" });

/** Waiters that are new, gone, or end otherwise. */
export const changedWaiters: Rule = ({ operations, report }) => {
  for (const pair of operations.both) {
    const add = (kind: string, message: string, impact: Impact, on: ShapeId = pair.after.id) =>
      report(kind, on, message, impact, WAITABLE);
    const waiters = pairEntries(waitersOf(pair.before), waitersOf(pair.after));
    for (const { name } of waiters.removed) {
      add("RemovedWaiter", `waiter ${code(name)} removed`, of("breaking"));
    }
    for (const { name } of waiters.added) {
      add("AddedWaiter", `waiter ${code(name)} added`, of("additive"));
    }
    for (const { before, after } of waiters.both) {
      const name = code(after.name);
      const lost = before.acceptors.some((one) => !after.acceptors.some(equals(one)));
      const gained = after.acceptors.some((one) => !before.acceptors.some(equals(one)));
      // The first acceptor that matches decides.
      const reordered = !lost && !gained && !isDeepStrictEqual(before.acceptors, after.acceptors);
      if (lost || reordered) {
        add("ChangedWaiter", `waiter ${name} ends on other conditions`, of("breaking"));
      } else if (gained) {
        add("ChangedWaiter", `waiter ${name} ends on more conditions`, of("additive"));
      } else if (!isDeepStrictEqual(before.rest, after.rest)) {
        add("ChangedWaiter", `waiter ${name} has other delays or documentation`, of("patch"));
      }
    }
  }
};

interface Waiter {
  readonly name: string;
  readonly acceptors: readonly Json[];
  /** Delays, documentation and tags. */
  readonly rest: Json;
}

const waitersOf = (operation: OperationShape): Map<string, Waiter> => {
  const value = trait(operation, WAITABLE);
  if (!isObject(value)) return new Map();
  return new Map(
    Object.entries(value).map(([name, waiter]) => {
      const acceptors = isObject(waiter) ? property(waiter, "acceptors") : [];
      const rest = isObject(waiter) ? { ...waiter, acceptors: null } : waiter;
      return [
        name,
        { name, acceptors: Array.isArray(acceptors) ? (acceptors as Json[]) : [], rest },
      ];
    }),
  );
};

const equals =
  (one: Json) =>
  (other: Json): boolean =>
    isDeepStrictEqual(one, other);
