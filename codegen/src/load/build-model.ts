import type {
  Json,
  Lifecycle,
  Member,
  Model,
  Shape,
  ShapeId,
  SimpleType,
  Traits,
} from "../model/model.js";
import { compareText } from "../model/compare-text.js";
import type { Draft, DraftMember, DraftTraits } from "./draft.js";
import type { Merged } from "./merge.js";
import { SIMPLE_TYPES } from "./simple-types.js";

const UNIT = "smithy.api#Unit";
const LIFECYCLE: readonly Lifecycle[] = ["create", "put", "read", "update", "delete", "list"];

/** The model of finished drafts, sorted by shape id. What is too broken to be a shape was reported and is left out. */
export const buildModel = (
  drafts: ReadonlyMap<ShapeId, Draft>,
  { metadata, traitFiles }: Pick<Merged, "metadata" | "traitFiles">,
): Model => {
  const shapes = new Map<ShapeId, Shape>();
  for (const draft of [...drafts.values()].sort((a, b) => compareText(a.id, b.id))) {
    const shape = buildShape(draft);
    if (shape) shapes.set(shape.id, shape);
  }
  return { shapes, metadata, traitFiles };
};

const buildShape = (draft: Draft): Shape | undefined => {
  const base = { id: draft.id, traits: buildTraits(draft.traits), file: draft.file };
  const members = (): Map<string, Member> =>
    new Map([...draft.members].map(([name, member]) => [name, buildMember(draft, name, member)]));
  const member = (name: string): Member | undefined => members().get(name);
  const list = (name: string): ShapeId[] => draft.lists.get(name) ?? [];
  const map = (name: string): Map<string, string> => draft.maps.get(name) ?? new Map();

  switch (draft.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return { ...base, type: draft.type, members: members() };
    case "list": {
      const item = member("member");
      return item && { ...base, type: "list", member: item };
    }
    case "map": {
      const key = member("key");
      const value = member("value");
      return key && value && { ...base, type: "map", key, value };
    }
    case "operation":
      return {
        ...base,
        type: "operation",
        input: draft.references.get("input") ?? UNIT,
        output: draft.references.get("output") ?? UNIT,
        errors: list("errors"),
      };
    case "service":
      return {
        ...base,
        type: "service",
        version: draft.version,
        operations: list("operations"),
        resources: list("resources"),
        errors: list("errors"),
        rename: map("rename"),
      };
    case "resource":
      return {
        ...base,
        type: "resource",
        identifiers: map("identifiers"),
        properties: map("properties"),
        lifecycle: buildLifecycle(draft),
        operations: list("operations"),
        collectionOperations: list("collectionOperations"),
        resources: list("resources"),
      };
    default:
      return isSimpleType(draft.type) ? { ...base, type: draft.type } : undefined;
  }
};

const buildMember = (draft: Draft, name: string, { target, traits }: DraftMember): Member => ({
  id: `${draft.id}$${name}`,
  name,
  target,
  traits: buildTraits(traits),
});

const buildTraits = (traits: DraftTraits): Traits => {
  const built = Object.create(null) as Record<ShapeId, Json>;
  for (const [id, value] of traits) built[id] = value;
  return built;
};

const buildLifecycle = (draft: Draft): Partial<Record<Lifecycle, ShapeId>> => {
  const lifecycle: Partial<Record<Lifecycle, ShapeId>> = {};
  for (const name of LIFECYCLE) {
    const operation = draft.references.get(name);
    if (operation !== undefined) lifecycle[name] = operation;
  }
  return lifecycle;
};

const isSimpleType = (type: string): type is SimpleType =>
  (SIMPLE_TYPES as readonly string[]).includes(type);
