import { isDeepStrictEqual } from "node:util";
import { AUTH, AUTH_SCHEMES, hasOwnAuth, schemesOf } from "../../facts/auth-schemes.js";
import type { ShapeId } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import type { Comparison, Rule } from "../comparison.js";
import { ADDITIVE, BREAKING, PATCH } from "../impact.js";
import { fromTo, named, value } from "../wording.js";

/** The ways to prove who calls: of the service, and of operations that differ from it. */
export const changedAuth: Rule = (comparison) => {
  const { services, operations, report } = comparison;
  compareSchemes(
    comparison,
    services.after.id,
    schemesOf(services.before),
    schemesOf(services.after),
  );
  for (const scheme of AUTH_SCHEMES) {
    const was = trait(services.before, scheme);
    const is = trait(services.after, scheme);
    if (was === undefined || is === undefined || isDeepStrictEqual(was, is)) continue;
    const message = `${named(scheme)} changed ${fromTo(was, is)}`;
    report("ChangedAuthScheme", services.after.id, message, BREAKING, scheme);
  }
  for (const { before, after } of operations.both) {
    if (!hasOwnAuth(before) && !hasOwnAuth(after)) continue;
    compareSchemes(
      comparison,
      after.id,
      schemesOf(services.before, before),
      schemesOf(services.after, after),
    );
  }
};

const compareSchemes = (
  { report }: Comparison,
  on: ShapeId,
  was: readonly ShapeId[],
  is: readonly ShapeId[],
): void => {
  const removed = was.filter((id) => !is.includes(id));
  const added = is.filter((id) => !was.includes(id));
  for (const id of removed)
    report("RemovedAuthScheme", on, `authentication ${named(id)} removed`, BREAKING, AUTH);

  for (const id of added)
    report("AddedAuthScheme", on, `authentication ${named(id)} added`, ADDITIVE, AUTH);

  if (removed.length === 0 && added.length === 0 && !isDeepStrictEqual(was, is)) {
    const message = `authentication is preferred in another order: ${value(is.join(", "))}`;
    report("ChangedAuthOrder", on, message, PATCH, AUTH);
  }
};
