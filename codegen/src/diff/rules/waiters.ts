import { isDeepStrictEqual } from "node:util";
import { type Acceptor, WAITABLE, type Waiter, waitersOf } from "../../facts/waiters.js";
import type { ShapeId } from "../../model/model.js";
import type { Impact } from "../change.js";
import type { Rule } from "../comparison.js";
import { pairEntries } from "../pairs.js";
import { code } from "../wording.js";

/** The mock has no waiters. */
const of = (client: Impact["client"]): Impact => ({ client, mock: "patch" });

/** Waiters that are new, gone, or end otherwise. */
export const changedWaiters: Rule = ({ operations, report }) => {
  for (const pair of operations.both) {
    const add = (kind: string, message: string, impact: Impact, on: ShapeId = pair.after.id) =>
      report(kind, on, message, impact, WAITABLE);
    const waiters = pairEntries(waitersOf(pair.before), waitersOf(pair.after));
    for (const { name } of waiters.removed)
      add("RemovedWaiter", `waiter ${code(name)} removed`, of("breaking"));

    for (const { name } of waiters.added)
      add("AddedWaiter", `waiter ${code(name)} added`, of("additive"));

    for (const { before, after } of waiters.both) {
      const name = code(after.name);
      const lost = before.acceptors.some((one) => !after.acceptors.some(equals(one)));
      const gained = after.acceptors.some((one) => !before.acceptors.some(equals(one)));
      // The first acceptor that matches decides.
      const reordered = !lost && !gained && !isDeepStrictEqual(before.acceptors, after.acceptors);
      if (lost || reordered)
        add("ChangedWaiter", `waiter ${name} ends on other conditions`, of("breaking"));
      else if (gained)
        add("ChangedWaiter", `waiter ${name} ends on more conditions`, of("additive"));
      else if (!isDeepStrictEqual(restOf(before), restOf(after)))
        add("ChangedWaiter", `waiter ${name} has other delays or documentation`, of("patch"));
    }
  }
};

const restOf = (waiter: Waiter): Waiter => ({ ...waiter, acceptors: [] });

const equals =
  (one: Acceptor) =>
  (other: Acceptor): boolean =>
    isDeepStrictEqual(one, other);
