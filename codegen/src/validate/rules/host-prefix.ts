import { ENDPOINT, hostPrefixOf } from "../../facts/host-prefix.js";
import { quoteJson } from "../../model/json.js";
import { hasTrait } from "../../model/traits.js";
import { operationsOf, structureAt, targetOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";

/** Each label of a host prefix has its required string member, and each `hostLabel` member its label. */
export const hostPrefix: Rule = ({ model, shapes, error }) => {
  for (const operation of operationsOf(shapes)) {
    const input = structureAt(model, operation.input);
    const bound = [...(input?.members.values() ?? [])].filter((item) =>
      hasTrait(item, "hostLabel"),
    );
    const prefix = hostPrefixOf(operation);
    const labels = prefix?.labels ?? [];

    if (prefix && !prefix.isWellFormed) {
      error(
        operation.id,
        `found host prefix ${quoteJson(prefix.text)}, expected letters, digits, "-", "." and {labels}`,
        ENDPOINT,
      );
    }
    for (const label of labels) {
      if (bound.some((member) => member.name === label)) continue;
      error(
        operation.id,
        `found host label {${label}}, expected a member of that name in ${operation.input} with the trait smithy.api#hostLabel`,
        ENDPOINT,
      );
    }
    for (const member of bound) {
      if (!labels.includes(member.name)) {
        error(
          member.id,
          `found the trait smithy.api#hostLabel, expected a label {${member.name}} in the host prefix of ${operation.id}`,
        );
      }
      if (!hasTrait(member, "required"))
        error(member.id, "found an optional member in a host label, expected it to be required");

      const target = targetOf(model, member);
      if (target && target.type !== "string" && target.type !== "enum")
        error(member.id, `found type ${target.type} in a host label, expected a string`);
    }
  }
};
