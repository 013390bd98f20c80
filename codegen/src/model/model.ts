/**
 * A Smithy model in memory: shapes by id, with members and traits as the AST gives them.
 * Mixins and `apply` statements are already resolved here, and the prelude is included,
 * so that every target of a loaded and validated model can be looked up.
 */

/** An absolute shape id, `namespace#Name` or `namespace#Name$member`. */
export type ShapeId = string;

/** A JSON value, as node values of traits are. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Trait values by absolute trait id, such as `smithy.api#required`. */
export type Traits = Readonly<Record<ShapeId, Json>>;

/** The types a Smithy shape can have that hold a single value. */
export type SimpleType =
  | "bigDecimal"
  | "bigInteger"
  | "blob"
  | "boolean"
  | "byte"
  | "document"
  | "double"
  | "float"
  | "integer"
  | "long"
  | "short"
  | "string"
  | "timestamp";

/** What every shape has. */
interface ShapeBase {
  readonly id: ShapeId;
  readonly traits: Traits;
  /** The file the shape was read from; "prelude" for Smithy's own shapes. */
  readonly file: string;
}

/** A member of a structure, union, list, map or enum. */
export interface Member {
  /** `namespace#Shape$member`. */
  readonly id: ShapeId;
  readonly name: string;
  /** The shape the member points to; `smithy.api#Unit` for enum members. */
  readonly target: ShapeId;
  /** The traits on the member itself; the target's are not mixed in (see `memberTrait`). */
  readonly traits: Traits;
}

/** A shape of a single value. */
export interface SimpleShape extends ShapeBase {
  readonly type: SimpleType;
}

/** A string or an integer with named values. */
export interface EnumShape extends ShapeBase {
  readonly type: "enum" | "intEnum";
  /** In model order. The value is the `smithy.api#enumValue` trait. */
  readonly members: ReadonlyMap<string, Member>;
}

/** Values in a row. */
export interface ListShape extends ShapeBase {
  readonly type: "list";
  readonly member: Member;
}

/** Values by key. */
export interface MapShape extends ShapeBase {
  readonly type: "map";
  readonly key: Member;
  readonly value: Member;
}

/** Named members: all of them, or of a union exactly one. */
export interface StructureShape extends ShapeBase {
  readonly type: "structure" | "union";
  /** In model order; members of mixins first. */
  readonly members: ReadonlyMap<string, Member>;
}

/** What a service does: an input, an output, errors. */
export interface OperationShape extends ShapeBase {
  readonly type: "operation";
  /** `smithy.api#Unit` where there is none. */
  readonly input: ShapeId;
  readonly output: ShapeId;
  readonly errors: readonly ShapeId[];
}

/** A thing with an identity, and the operations on it. */
export interface ResourceShape extends ShapeBase {
  readonly type: "resource";
  readonly identifiers: ReadonlyMap<string, ShapeId>;
  readonly properties: ReadonlyMap<string, ShapeId>;
  readonly lifecycle: Readonly<Partial<Record<Lifecycle, ShapeId>>>;
  readonly operations: readonly ShapeId[];
  readonly collectionOperations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
}

/** The operations a resource names for itself. */
export type Lifecycle = "create" | "put" | "read" | "update" | "delete" | "list";

/** The entry to a model: what a client talks to. */
export interface ServiceShape extends ShapeBase {
  readonly type: "service";
  readonly version: string;
  readonly operations: readonly ShapeId[];
  readonly resources: readonly ShapeId[];
  readonly errors: readonly ShapeId[];
  /** Shape id to the name it has in this service's closure. */
  readonly rename: ReadonlyMap<ShapeId, string>;
}

/** A shape that values have. */
export type DataShape = SimpleShape | EnumShape | ListShape | MapShape | StructureShape;
/** Any shape. */
export type Shape = DataShape | OperationShape | ResourceShape | ServiceShape;

/** The shapes of one or more AST files, merged. */
export interface Model {
  readonly shapes: ReadonlyMap<ShapeId, Shape>;
  readonly metadata?: ReadonlyMap<string, Json>;
  /** For traits that come from an `apply`: the file it stands in, by shape or member and trait. */
  readonly traitFiles?: ReadonlyMap<ShapeId, ReadonlyMap<ShapeId, string>>;
}

/** The part after `#`, without a member. */
export const nameOf = (id: ShapeId): string => {
  const start = id.indexOf("#") + 1;
  const end = id.indexOf("$", start);
  return end < 0 ? id.slice(start) : id.slice(start, end);
};

/** The part before `#`. */
export const namespaceOf = (id: ShapeId): string => id.slice(0, id.indexOf("#"));

/** The shape of that id, which a validated model has. */
export const shapeOf = (model: Model, id: ShapeId): Shape => {
  const shape = model.shapes.get(id);
  if (!shape) throw new Error(`Shape ${id} is not in the model.`);
  return shape;
};

/** The data shape of that id; fails on services, resources and operations. */
export const dataShapeOf = (model: Model, id: ShapeId): DataShape => {
  const shape = shapeOf(model, id);
  if (shape.type === "operation" || shape.type === "resource" || shape.type === "service")
    throw new Error(`Expected ${id} to hold data, found: ${shape.type}.`);

  return shape;
};

/** The structure or union of that id. */
export const structureOf = (model: Model, id: ShapeId): StructureShape => {
  const shape = shapeOf(model, id);
  if (shape.type !== "structure" && shape.type !== "union")
    throw new Error(`Expected ${id} to be a structure or union, found: ${shape.type}.`);

  return shape;
};

/** The operation of that id. */
export const operationOf = (model: Model, id: ShapeId): OperationShape => {
  const shape = shapeOf(model, id);
  if (shape.type !== "operation")
    throw new Error(`Expected ${id} to be an operation, found: ${shape.type}.`);

  return shape;
};
