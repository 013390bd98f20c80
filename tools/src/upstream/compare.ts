import {
  type Change,
  codeSpan,
  diffModels,
  type Json,
  type Model,
  type ServiceShape,
  type ShapeId,
  trait,
} from "@wickr-admin/codegen";
import { endpointDifferences } from "./endpoints.js";
import { type Fact, factOf, FACTS } from "./facts.js";
import { reduceTo } from "./reduce.js";
import type { Source } from "./source.js";

/** One thing that two models do not say alike. */
export interface Difference {
  /** As the changes of `model:diff` are called. */
  readonly kind: string;
  readonly fact: Fact;
  /** The shape or member: of the published model, or of ours where it is ours alone. */
  readonly shape: ShapeId;
  readonly file: string;
  readonly message: string;
}

/** How our model and a published one differ. */
export interface Compared {
  /** What the published one has, and ours lacks or has otherwise: as a change from ours. */
  readonly news: readonly Difference[];
  /** What the published one lacks: as a change from it. */
  readonly oursAlone: readonly Difference[];
  /** The facts that both tell. */
  readonly facts: ReadonlySet<Fact>;
}

/** Compares our model with a published one, as far as both tell. */
export const compare = (ours: Source, theirs: Source): Compared => {
  const isTold = (fact: Fact): boolean =>
    ours.facts.has(fact) &&
    theirs.facts.has(fact) &&
    (fact !== "endpoints" || (ours.endpoints !== undefined && theirs.endpoints !== undefined));
  const facts = new Set(FACTS.filter(isTold));
  const [a, b] = [reduced(facts, ours, theirs), reduced(facts, theirs, ours)];
  const differences = (before: Reduced, after: Reduced) =>
    diffModels(before.model, after.model, after.id, before.id).flatMap((change) =>
      asDifference(facts, change),
    );
  return {
    news: [
      ...changedEndpoints(facts, ours, theirs),
      ...differences(a, b).filter((each) => !isRemoval(each)),
    ],
    oursAlone: differences(b, a).filter(isAddition),
    facts,
  };
};

interface Reduced {
  readonly model: Model;
  readonly id: ShapeId;
}

const reduced = (facts: ReadonlySet<Fact>, { model, service }: Source, other: Source): Reduced => {
  const all = reduceTo(facts, model, service);
  const shape = all.shapes.get(service.id) as ServiceShape;
  const traits = { ...shape.traits, ...sharedNames(service, other.service) };
  const shapes = new Map(all.shapes).set(service.id, { ...shape, traits });
  return { model: { ...all, shapes }, id: service.id };
};

const NAMES = "aws.api#service";

/** What AWS calls a service, by those names that both give. */
const sharedNames = (service: ServiceShape, other: ServiceShape) => {
  const names = trait<{ [name: string]: Json }>(service, NAMES);
  const others = trait<{ [name: string]: Json }>(other, NAMES);
  if (!names || !others) return {};
  return { [NAMES]: Object.fromEntries(Object.entries(names).filter(([name]) => name in others)) };
};

const asDifference = (
  facts: ReadonlySet<Fact>,
  { kind, shape, file, message }: Change,
): Difference[] => {
  const fact = factOf({ kind, message });
  if (fact === undefined || !facts.has(fact)) return [];
  // Simple shapes and lists are written out; what else changes with one of another name is told by itself.
  if (kind === "ChangedMemberTarget" && message.endsWith(", which is compatible")) return [];
  return [{ kind, fact, shape, file, message }];
};

const changedEndpoints = (facts: ReadonlySet<Fact>, ours: Source, theirs: Source): Difference[] => {
  if (!facts.has("endpoints") || !ours.endpoints || !theirs.endpoints) return [];
  return endpointDifferences(ours.endpoints, theirs.endpoints).map((each) => ({
    kind: "ChangedEndpoint",
    fact: "endpoints",
    shape: theirs.service.id,
    file: theirs.service.file,
    message: `endpoint for ${each.setting} changed from ${codeSpan(each.ours)} to ${codeSpan(each.theirs)}`,
  }));
};

/** Traits whose absence says as much as their presence does. */
const CONTRADICTS =
  /^(Added|Removed)(Required|Sparse|Streaming|TimestampFormat|HttpError|Error|Endpoint|HostLabel|RequiresLength)Trait$/;

/** Whether a change says that the newer model has something of which the older one says nothing. */
const isAddition = ({ kind, message }: Pick<Change, "kind" | "message">): boolean =>
  is(kind, message, "Added");

const isRemoval = ({ kind, message }: Pick<Change, "kind" | "message">): boolean =>
  is(kind, message, "Removed");

const is = (kind: string, message: string, what: "Added" | "Removed"): boolean => {
  if (CONTRADICTS.test(kind)) return false;
  if (kind.startsWith(what)) return true;
  const added = what === "Added";
  switch (kind) {
    case "UniqueItemsTightened":
      return added;
    case "UniqueItemsLoosened":
      return !added;
    case "LengthTightened":
    case "LengthLoosened":
    case "RangeTightened":
    case "RangeLoosened":
    case "PatternTightened":
    case "PatternLoosened":
      return added ? /^[a-z ]+ set to `/.test(message) : /^[a-z ]+ of `.*` removed$/.test(message);
    case "ChangedDefault":
      return added ? /^default `.*` added/.test(message) : /^default `.*` removed$/.test(message);
    case "ChangedPaginatedTrait":
      return added
        ? /^page size added|^pagination: \w+ changed from nothing/.test(message)
        : message.endsWith(" to nothing");
    default:
      return false;
  }
};
