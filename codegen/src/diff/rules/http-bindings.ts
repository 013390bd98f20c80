import { jsonName } from "../../facts/members.js";
import type { Member } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import type { MemberPair, Rule } from "../comparison.js";
import { BREAKING } from "../impact.js";
import { code } from "../wording.js";

/** Where a member travels. */
interface Place {
  readonly trait: string;
  /** As a reviewer calls it. */
  readonly place: string;
  /** Its name there. */
  readonly name?: string | undefined;
}

const PLACES = [
  ["httpLabel", "the path"],
  ["httpQuery", "query parameter"],
  ["httpQueryParams", "the query as a whole"],
  ["httpHeader", "header"],
  ["httpPrefixHeaders", "headers with prefix"],
  ["httpPayload", "the whole body"],
  ["httpResponseCode", "the status code"],
] as const;

/** Members that travel elsewhere in requests and responses, or under another name. */
export const changedHttpBindings: Rule = ({ members, report }) => {
  for (const { before, after } of members.filter(isInStructure)) {
    const was = placeOf(before);
    const is = placeOf(after);
    const moved = was.trait !== is.trait;
    if (!moved && was.name === is.name) continue;
    const kind = moved ? "ChangedHttpBinding" : RENAMED[is.trait];
    const message = `${moved ? "moved" : "renamed"} from ${describe(was)} to ${describe(is)}`;
    report(kind ?? "ChangedHttpBinding", after.id, message, BREAKING, `smithy.api#${is.trait}`);
  }
};

const RENAMED: Readonly<Record<string, string>> = {
  httpQuery: "ChangedHttpQuery",
  httpHeader: "ChangedHttpHeader",
  httpPrefixHeaders: "ChangedHttpPrefixHeaders",
  jsonName: "ChangedJsonName",
};

const isInStructure = ({ shapes }: MemberPair): boolean =>
  shapes.after.type === "structure" || shapes.after.type === "union";

const placeOf = (member: Member): Place => {
  for (const [name, place] of PLACES) {
    if (!hasTrait(member, name)) continue;
    const as = trait(member, name);
    return { trait: name, place, name: typeof as === "string" ? as : undefined };
  }
  return { trait: "jsonName", place: "JSON property", name: jsonName(member) };
};

const describe = ({ place, name }: Place): string =>
  name === undefined ? place : `${place} ${code(name)}`;
