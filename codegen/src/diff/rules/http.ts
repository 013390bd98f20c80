import { httpOf } from "../../facts/bindings.js";
import type { Rule } from "../comparison.js";
import { BREAKING } from "../impact.js";
import { fromTo } from "../wording.js";

/** Operations whose requests go elsewhere, or that answer with another status. */
export const changedHttp: Rule = ({ operations, report }) => {
  const trait = "smithy.api#http";
  for (const pair of operations.both) {
    const on = pair.after.id;
    const was = httpOf(pair.before);
    const is = httpOf(pair.after);
    if (was.method !== is.method) {
      report(
        "ChangedHttpMethod",
        on,
        `method changed ${fromTo(was.method, is.method)}`,
        BREAKING,
        trait,
      );
    }
    if (was.uri !== is.uri)
      report("ChangedHttpUri", on, `URI changed ${fromTo(was.uri, is.uri)}`, BREAKING, trait);

    if (was.code !== is.code) {
      // The client takes every code below 300 for success.
      const impact = { client: "patch", mock: "breaking" } as const;
      report(
        "ChangedHttpCode",
        on,
        `status code changed ${fromTo(was.code, is.code)}`,
        impact,
        trait,
      );
    }
  }
};
