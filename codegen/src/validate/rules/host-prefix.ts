import { describeJson, isObject, property } from "../../model/json.js";
import { hasTrait, trait } from "../../model/traits.js";
import { operationsOf, structureAt, targetOf } from "../operation-members.js";
import type { Rule } from "../scope.js";

const ENDPOINT = "smithy.api#endpoint";

/** Each label of a host prefix has its required string member, and each `hostLabel` member its label. */
export const hostPrefix: Rule = ({ model, shapes, error }) => {
  for (const operation of operationsOf(shapes)) {
    const input = structureAt(model, operation.input);
    const bound = [...(input?.members.values() ?? [])].filter((item) =>
      hasTrait(item, "hostLabel"),
    );
    const endpoint = trait(operation, ENDPOINT);
    const prefix = isObject(endpoint) ? property(endpoint, "hostPrefix") : undefined;
    const text = typeof prefix === "string" ? prefix : "";
    const labels = [...text.matchAll(/\{(\w+)\}/g)].map(([, label = ""]) => label);

    if (typeof prefix === "string" && !/^(?:[A-Za-z0-9.-]|\{\w+\})+$/.test(prefix)) {
      error(
        operation.id,
        `found host prefix ${describeJson(prefix)}, expected letters, digits, "-", "." and {labels}`,
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
      if (!hasTrait(member, "required")) {
        error(member.id, "found an optional member in a host label, expected it to be required");
      }
      const target = targetOf(model, member);
      if (target && target.type !== "string" && target.type !== "enum") {
        error(member.id, `found type ${target.type} in a host label, expected a string`);
      }
    }
  }
};
