import type { Json, ShapeId } from "../../model/model.js";
import type { Severity } from "../change.js";
import type { Rule } from "../comparison.js";
import { changesOfInheritedTrait, changesOfTrait, type TraitChange } from "../trait-values.js";
import { fromTo, value } from "../wording.js";

/** What it means that a trait came, went, or has another value. */
interface FixedTrait {
  readonly name: string;
  /** Whether members take it over from their targets. */
  readonly inherited?: true;
  readonly added: Severity;
  readonly removed: Severity;
  readonly changed: Severity;
  /** The change in the words of a reviewer, where the trait's name is not enough. */
  readonly words?: { readonly added: string; readonly removed: string };
}

const fixed = { added: "breaking", removed: "breaking", changed: "breaking" } as const;

/** Traits that Smithy marks as never to be added, removed or changed, and those not to be removed. */
const TRAITS: readonly FixedTrait[] = [
  { name: "error", ...fixed },
  { name: "httpError", ...fixed },
  {
    name: "endpoint",
    ...fixed,
    words: { added: "host prefix added", removed: "host prefix removed" },
  },
  { name: "hostLabel", ...fixed },
  { name: "streaming", inherited: true, ...fixed },
  { name: "requiresLength", inherited: true, ...fixed },
  {
    name: "sparse",
    inherited: true,
    ...fixed,
    words: { added: "may hold null now", removed: "no longer holds null" },
  },
  { name: "timestampFormat", inherited: true, ...fixed },
  { name: "mediaType", inherited: true, added: "patch", removed: "breaking", changed: "breaking" },
  {
    name: "idempotencyToken",
    added: "additive",
    removed: "breaking",
    changed: "patch",
    words: {
      added: "the client fills it in where it is missing",
      removed: "the client no longer fills it in",
    },
  },
  {
    name: "idempotent",
    added: "additive",
    removed: "breaking",
    changed: "patch",
    words: { added: "may be repeated without harm now", removed: "must no longer be repeated" },
  },
  { name: "readonly", added: "patch", removed: "patch", changed: "patch" },
  {
    name: "retryable",
    added: "patch",
    removed: "patch",
    changed: "patch",
    words: { added: "may be retried now", removed: "is no longer retried" },
  },
  {
    name: "sensitive",
    inherited: true,
    added: "patch",
    removed: "patch",
    changed: "patch",
    words: { added: "is kept out of logs now", removed: "is no longer kept out of logs" },
  },
];

/** The traits whose changes this rule tells. */
export const FIXED_TRAITS: readonly ShapeId[] = TRAITS.map(({ name }) => `smithy.api#${name}`);

/** Traits of which a change always means the same. */
export const changedFixedTraits: Rule = (comparison) => {
  for (const trait of TRAITS) {
    const changes = trait.inherited
      ? changesOfInheritedTrait(comparison, trait.name)
      : changesOfTrait(comparison, trait.name);
    for (const change of changes) {
      const how = howOf(change);
      const severity = trait[how];
      const kind = `${capitalize(how)}${capitalize(trait.name)}Trait`;
      comparison.report(
        kind,
        change.on,
        wordsOf(trait, how, change),
        { client: severity, mock: severity },
        `smithy.api#${trait.name}`,
      );
    }
  }
};

const howOf = ({ before, after }: TraitChange): "added" | "removed" | "changed" => {
  if (before === undefined) return "added";
  return after === undefined ? "removed" : "changed";
};

const wordsOf = (
  trait: FixedTrait,
  how: "added" | "removed" | "changed",
  change: TraitChange,
): string => {
  if (how === "changed") return `${trait.name} changed ${fromTo(change.before, change.after)}`;
  const of = withValue(how === "added" ? change.after : change.before);
  return trait.words ? trait.words[how] + of : `${trait.name} ${how}${of}`;
};

/** Marks have no value to tell. */
const withValue = (json: Json | undefined): string =>
  JSON.stringify(json) === "{}" ? "" : ` (${value(json)})`;

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
