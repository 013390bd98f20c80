import { AUTH_SCHEMES } from "../../facts/auth-schemes.js";
import { BINDING_TRAITS } from "../../facts/bindings.js";
import { isProtocol } from "../../facts/protocols.js";
import { WAITABLE } from "../../facts/waiters.js";
import type { ShapeId } from "../../model/model.js";
import type { Rule } from "../comparison.js";
import { PATCH } from "../impact.js";
import { changesOfTrait, traitedPairs } from "../trait-values.js";
import { code, fromTo, value } from "../wording.js";
import { DOCUMENTATION_TRAITS } from "./documentation.js";
import { FIXED_TRAITS } from "./fixed-traits.js";

/** Traits whose changes other rules tell. */
const TOLD: ReadonlySet<ShapeId> = new Set([
  ...DOCUMENTATION_TRAITS,
  ...FIXED_TRAITS,
  ...AUTH_SCHEMES,
  "smithy.rules#endpointRuleSet",
  "smithy.rules#clientContextParams",
  WAITABLE,
  ...BINDING_TRAITS.map(({ name }) => `smithy.api#${name}`),
  ...[
    "addedDefault auth clientOptional default deprecated enum enumValue http jsonName length",
    "optionalAuth paginated pattern range required uniqueItems",
  ]
    .join(" ")
    .split(" ")
    .map((name) => `smithy.api#${name}`),
]);

/** Everything else a model may say: told, so that a reviewer sees it, and no reason to change code. */
export const changedOtherTraits: Rule = (comparison) => {
  const names = new Set<ShapeId>();
  for (const { before, after } of traitedPairs(comparison)) {
    for (const name of [...Object.keys(before.traits), ...Object.keys(after.traits)])
      if (!TOLD.has(name) && !isProtocol(name)) names.add(name);
  }
  for (const name of [...names].sort()) {
    for (const { on, before, after } of changesOfTrait(comparison, name)) {
      const trait = code(name);
      if (before === undefined) {
        comparison.report("AddedTrait", on, `${trait} added: ${value(after)}`, PATCH, name);
      } else if (after === undefined) {
        comparison.report("RemovedTrait", on, `${trait} removed: ${value(before)}`, PATCH, name);
      } else {
        comparison.report(
          "ChangedTrait",
          on,
          `${trait} changed ${fromTo(before, after)}`,
          PATCH,
          name,
        );
      }
    }
  }
};
