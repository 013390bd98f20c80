import type { JsonObject } from "../../operation.js";

/** A member that this version of the model does not have: its name and its JSON. */
export interface UnknownUnionMember {
  $unknown: [string, unknown];
}

/** The union's only member, as unknown; an empty object where there is not exactly one. */
export const readUnknownMember = (json: JsonObject): UnknownUnionMember => {
  const [key, ...others] = Object.keys(json).filter((name) => name !== "__type");
  return key === undefined || others.length > 0
    ? ({} as UnknownUnionMember)
    : { $unknown: [key, json[key]] };
};

/** The JSON of a union whose member this version of the model does not have. */
export const writeUnknownMember = (value: object): JsonObject => {
  const { $unknown } = value as Partial<UnknownUnionMember>;
  return $unknown === undefined ? {} : { [$unknown[0]]: $unknown[1] };
};
