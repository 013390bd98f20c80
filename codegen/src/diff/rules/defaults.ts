import { hasTrait } from "../../model/traits.js";
import type { Impact } from "../change.js";
import type { Rule } from "../comparison.js";
import { ADDITIVE, BREAKING } from "../impact.js";
import { changesOfInheritedTrait } from "../trait-values.js";
import { fromTo, value } from "../wording.js";

/** What stands where nothing was given. Code relies on it without a trace of that in a type. */
export const changedDefaults: Rule = (comparison) => {
  const added = new Set(
    comparison.members
      .filter(({ after }) => hasTrait(after, "addedDefault"))
      .map(({ after }) => after.id),
  );
  for (const { on, before, after } of changesOfInheritedTrait(comparison, "default")) {
    const report = (message: string, impact: Impact) =>
      comparison.report("ChangedDefault", on, message, impact, "smithy.api#default");
    // A default of null says that there is none.
    if ((before ?? null) === null && (after ?? null) === null) continue;
    if ((before ?? null) === null) {
      const announced = added.has(on);
      const hint = announced ? "" : " without `addedDefault`";
      report(`default ${value(after)} added${hint}`, announced ? ADDITIVE : BREAKING);
    } else if ((after ?? null) === null) {
      report(`default ${value(before)} removed`, BREAKING);
    } else {
      report(`default changed ${fromTo(before, after)}`, BREAKING);
    }
  }
};
