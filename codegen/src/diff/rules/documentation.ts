import type { Rule } from "../comparison.js";
import { PATCH } from "../impact.js";
import { changesOfTrait } from "../trait-values.js";

const TEXTS = ["documentation", "externalDocumentation", "title", "since"];
const TESTS = [
  "smithy.test#httpRequestTests",
  "smithy.test#httpResponseTests",
  "smithy.test#httpMalformedRequestTests",
  "smithy.test#smokeTests",
  "smithy.rules#endpointTests",
];

/** The kind of changes that no released file shows. */
export const TESTS_ONLY = "ChangedTests";

/** What people read, and what only tests do. */
export const changedDocumentation: Rule = (comparison) => {
  const changed = (names: readonly string[], kind: string, what: string): void => {
    const seen = new Set<string>();
    for (const name of names) {
      for (const { on, before, after } of changesOfTrait(comparison, name)) {
        if (seen.has(on)) continue;
        seen.add(on);
        const how = before === undefined ? "added" : after === undefined ? "removed" : "changed";
        const trait = name.includes("#") ? name : `smithy.api#${name}`;
        comparison.report(kind, on, `${what} ${how}`, PATCH, trait);
      }
    }
  };
  changed(TEXTS, "ChangedDocumentation", "documentation");
  changed(["examples"], "ChangedExamples", "examples");
  changed(TESTS, TESTS_ONLY, "tests");
};

/** The traits whose changes this rule tells. */
export const DOCUMENTATION_TRAITS: readonly string[] = [
  ...[...TEXTS, "examples"].map((name) => `smithy.api#${name}`),
  ...TESTS,
];
