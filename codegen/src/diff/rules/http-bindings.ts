import { type BindingPlace, bindingOf, boundNameOf } from "../../facts/bindings.js";
import { jsonName } from "../../facts/members.js";
import type { Member } from "../../model/model.js";
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

/** Places as a reviewer calls them. */
const PLACES: Readonly<Record<BindingPlace, string>> = {
  label: "the path",
  query: "query parameter",
  queryParams: "the query as a whole",
  header: "header",
  prefixHeaders: "headers with prefix",
  payload: "the whole body",
  statusCode: "the status code",
};

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
  const binding = bindingOf(member);
  if (!binding) return { trait: "jsonName", place: "JSON property", name: jsonName(member) };
  return {
    trait: binding.name,
    place: PLACES[binding.place],
    name: boundNameOf(member, binding),
  };
};

const describe = ({ place, name }: Place): string =>
  name === undefined ? place : `${place} ${code(name)}`;
