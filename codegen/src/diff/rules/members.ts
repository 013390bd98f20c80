import { isRequired } from "../../facts/members.js";
import type { DataShape, Member, StructureShape } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import type { Rule } from "../comparison.js";
import { ADDITIVE, BREAKING, PATCH } from "../impact.js";
import { type Pair, pairEntries } from "../pairs.js";
import { code, named } from "../wording.js";

/** Members that structures and unions have gained or lost. */
export const addedAndRemovedMembers: Rule = ({ shapes, report }) => {
  for (const { before, after } of shapes.both.filter(isOfMembers)) {
    const { removed, added } = pairEntries(before.members, after.members);
    const [what, noun] =
      after.type === "union"
        ? (["UnionMember", "union member"] as const)
        : (["Member", "member"] as const);
    for (const member of removed)
      report(`Removed${what}`, member.id, `${noun} removed (${named(member.target)})`, BREAKING);

    for (const member of added) {
      // Whoever builds the structure (a request, or an answer in a test) has to give it.
      if (after.type === "structure" && mustBeGiven(member)) {
        const message = `required member added (${named(member.target)})`;
        report("AddedRequiredMember", member.id, message, BREAKING);
      } else {
        const kind = after.type === "union" ? noun : `optional ${noun}`;
        report(`Added${what}`, member.id, `${kind} added (${named(member.target)})`, ADDITIVE);
      }
    }
  }
};

/** The generated types ask for required members whether they have a default or not. */
const mustBeGiven = (member: Member): boolean => isRequired(member);

/** Members in another order: only what is generated is ordered differently. */
export const changedMemberOrder: Rule = ({ shapes, report }) => {
  for (const { before, after } of shapes.both.filter(isOfMembers)) {
    const was = [...before.members.keys()].filter((name) => after.members.has(name));
    const is = [...after.members.keys()].filter((name) => before.members.has(name));
    const first = is.findIndex((name, index) => name !== was[index]);
    if (first < 0) continue;
    const message = `members reordered: ${code(is[first] ?? "")} stands where ${code(was[first] ?? "")} was`;
    report("ChangedMemberOrder", after.id, message, PATCH);
  }
};

/** Members that are always there now, or no longer: what `required`, `clientOptional` and the like come to. */
export const changedNullability: Rule = ({ after: side, members, report }) => {
  for (const { before, after, shapes } of members) {
    if (shapes.after.type !== "structure") continue;
    const was = isRequired(before);
    const is = isRequired(after);
    const onlyInRequests =
      side.requests.has(shapes.after.id) && !side.responses.has(shapes.after.id);
    const trait = "smithy.api#required";
    if (was !== is) {
      const message = is ? "optional member made required" : "required member made optional";
      // Whoever gives a value may go on giving it; whoever reads one has to expect that there is none.
      const impact = !is && onlyInRequests ? ADDITIVE : BREAKING;
      report("ChangedNullability", after.id, message, impact, trait);
    } else if (hasTrait(before, "required") !== hasTrait(after, "required")) {
      // The type stays optional, for `clientOptional` or because the client fills it in.
      const added = hasTrait(after, "required");
      report(
        added ? "AddedRequiredTrait" : "RemovedRequiredTrait",
        after.id,
        added ? "the service now requires it" : "the service no longer requires it",
        { client: "patch", mock: added ? "breaking" : "additive" },
        trait,
      );
    }
  }
};

const isOfMembers = (pair: Pair<DataShape>): pair is Pair<StructureShape> =>
  pair.before.type === pair.after.type &&
  (pair.after.type === "structure" || pair.after.type === "union");
