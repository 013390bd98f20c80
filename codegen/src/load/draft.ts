import type { Json, ShapeId } from "../model/model.js";

/**
 * Shapes while the model is put together: as an AST file gives them, with mixins and `apply`
 * not resolved yet. Every key that comes from a model sits in a Map, so that no name in it
 * (`__proto__`, `constructor`) means anything to JavaScript.
 */
export interface Draft {
  readonly id: ShapeId;
  /** As in the AST, so it may be no type at all. */
  type: string;
  readonly file: string;
  traits: DraftTraits;
  mixins: ShapeId[];
  /** Members by name; a list has `member`, a map `key` and `value`. */
  members: Map<string, DraftMember>;
  /** `version` of a service. */
  version: string;
  /** References by property: `input`, `output`, and a resource's lifecycle. */
  references: Map<string, ShapeId>;
  /** Lists of references by property: `errors`, `operations`, … */
  lists: Map<string, ShapeId[]>;
  /** Maps by property: `rename`, `identifiers`, `properties`. */
  maps: Map<string, Map<string, string>>;
}

/** A member while the model is put together. */
export interface DraftMember {
  target: ShapeId;
  traits: DraftTraits;
}

/** Trait values by absolute trait id. */
export type DraftTraits = Map<ShapeId, Json>;

/** An `apply` statement: traits for a shape or member that stands elsewhere. */
export interface Apply {
  readonly target: ShapeId;
  readonly file: string;
  readonly traits: DraftTraits;
}

/** What one AST file holds. */
export interface FileContent {
  readonly file: string;
  readonly metadata: ReadonlyMap<string, Json>;
  readonly drafts: readonly Draft[];
  readonly applies: readonly Apply[];
}
