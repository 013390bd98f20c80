import type { Facts } from "../../facts/facts.js";
import { jsonName } from "../../facts/members.js";
import type { Member } from "../../model/model.js";
import { isInherited } from "../../typescript/names.js";
import { ownMember, setMember } from "../../typescript/own-members.js";
import {
  type Expression,
  type Statement,
  assign,
  binary,
  conditional,
  isMissing,
  isPresent,
  name,
  UNDEFINED,
  when,
} from "../../typescript/tree.js";
import { readJson } from "./json.js";
import { standIn } from "./stand-in.js";

/** How a JSON object becomes a structure: in place where names agree, so that nothing is copied. */
export interface Reader {
  /** Names of the JSON object's members that are kept. */
  readonly known: readonly string[];
  /** Whether a new object is made: where names differ, or where nothing of the JSON is kept. */
  readonly fresh: boolean;
  /** Whether the JSON is looked at. */
  readonly usesJson: boolean;
  /** What is done with the members. They are read from `json`, and set on `value` or on `json` itself. */
  readonly statements: readonly Statement[];
}

/** How members are read. */
export interface ReaderOptions {
  /** Whether the JSON was parsed exactly: numbers may be no `number` yet. */
  readonly exact?: boolean;
  /** Whether a new object is made in any case. */
  readonly fresh?: boolean;
  /** The property that holds a member. Its name, if not given. */
  readonly propertyOf?: (member: Member) => string;
}

const JSON_OBJECT = name("json");

/** The reader of a structure's body members. */
export const readerOf = (
  facts: Facts,
  members: readonly Member[],
  { exact = false, fresh: isFresh = false, propertyOf = nameOfMember }: ReaderOptions = {},
): Reader => {
  const fresh =
    isFresh ||
    members.length === 0 ||
    members.some((member) => jsonName(member) !== propertyOf(member));
  return {
    known: members.map(jsonName),
    fresh,
    usesJson: members.length > 0,
    statements: members.flatMap((member) => {
      const json = ownMember(JSON_OBJECT, jsonName(member));
      const value = readJson(facts, member, json, exact);
      const empty = standIn(facts, member);
      return fresh
        ? [setFresh(propertyOf(member), json, value ?? json, empty)]
        : setInPlace(member, json, value, empty);
    }),
  };
};

/** The property of a member, where nothing else is said. */
export const nameOfMember = (member: Member): string => member.name;

const setFresh = (
  key: string,
  json: Expression,
  value: Expression,
  empty: Expression | undefined,
): Statement => {
  const target = name("value");
  return empty === undefined
    ? when(isPresent(json), [setMember(target, key, value)])
    : setMember(target, key, conditional(isMissing(json), empty, value));
};

const setInPlace = (
  member: Member,
  json: Expression,
  converted: Expression | undefined,
  empty: Expression | undefined,
): Statement[] => {
  if (converted === undefined && empty === undefined) return [];
  // What is inherited could be found in the member's place: it is set in any case.
  const value = converted ?? (isInherited(jsonName(member)) ? json : undefined);
  if (empty === undefined) {
    const isThere = binary(json, "!==", UNDEFINED);
    return [when(isThere, [setMember(JSON_OBJECT, member.name, value ?? json)])];
  }
  if (value === undefined) return [assign(json, empty, "??=")];
  const isMissingHere = binary(json, "===", UNDEFINED);
  return [setMember(JSON_OBJECT, member.name, conditional(isMissingHere, empty, value))];
};
