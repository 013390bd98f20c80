import { isObject, property } from "../model/json.js";
import type { OperationShape } from "../model/model.js";
import { trait } from "../model/traits.js";

/** The trait that puts something before the host. */
export const ENDPOINT = "smithy.api#endpoint";

/** What stands before the host of an operation's requests: `{account}.data-`. */
export interface HostPrefix {
  readonly text: string;
  /** Fixed text, and members of the input, in order. */
  readonly parts: readonly (string | { readonly label: string })[];
  /** The members of the input whose values stand in it, in order. */
  readonly labels: readonly string[];
  /** Whether it is made of letters, digits, `-`, `.` and labels alone. */
  readonly isWellFormed: boolean;
}

/** The host prefix of an operation, if it has one. */
export const hostPrefixOf = (operation: OperationShape): HostPrefix | undefined => {
  const endpoint = trait(operation, ENDPOINT);
  const text = isObject(endpoint) ? property(endpoint, "hostPrefix") : undefined;
  if (typeof text !== "string") return undefined;
  return {
    text,
    parts: text.split(/(\{\w+\})/).map((part) => {
      const label = /^\{(\w+)\}$/.exec(part)?.[1];
      return label === undefined ? part : { label };
    }),
    labels: [...text.matchAll(/\{(\w+)\}/g)].map(([, label = ""]) => label),
    isWellFormed: /^(?:[A-Za-z0-9.-]|\{\w+\})+$/.test(text),
  };
};
