import type { Impact } from "../change.js";
import type { Rule } from "../comparison.js";
import { PATCH } from "../impact.js";
import { changesOfTrait } from "../trait-values.js";

/** What users are told not to use any more. By semantic versioning that takes a minor release. */
export const changedDeprecations: Rule = (comparison) => {
  for (const { on, before, after } of changesOfTrait(comparison, "deprecated")) {
    const add = (kind: string, message: string, impact: Impact) =>
      comparison.report(kind, on, message, impact, "smithy.api#deprecated");
    if (before === undefined)
      add("AddedDeprecation", "deprecated", { client: "additive", mock: "patch" });
    else if (after === undefined) add("RemovedDeprecation", "no longer deprecated", PATCH);
    else add("ChangedDeprecation", "the reason for its deprecation changed", PATCH);
  }
};
