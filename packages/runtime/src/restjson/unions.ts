import type { JsonObject } from "../operation.js";

/** A member that this version of the model does not have: its name and its JSON. */
export interface UnknownUnionMember {
  readonly $unknown: [string, unknown];
}

/** The union's only member, as unknown; `undefined` where it does not have exactly one. */
export function readUnknownMember(json: JsonObject): UnknownUnionMember | undefined {
  const [key, ...others] = Object.keys(json).filter((name) => name !== "__type");
  return key === undefined || others.length > 0 ? undefined : { $unknown: [key, json[key]] };
}

/** The JSON of a union none of whose known members is set. */
export function writeUnknownMember(value: object): JsonObject {
  const { $unknown } = value as Partial<UnknownUnionMember>;
  return $unknown ? { [$unknown[0]]: $unknown[1] } : {};
}
