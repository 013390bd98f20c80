/**
 * A model as data: what a server must know to read, check and answer requests.
 * The generator writes these; the rest of this folder interprets them.
 */

/** Simple types without traits of their own; a schema may name them in place of a reference. */
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

/** A JSON value. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** How a timestamp is written. */
export type TimestampFormat = "epoch-seconds" | "date-time" | "http-date";

/** The least and the greatest length or number that is allowed, both included. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Traits that stand on a shape, and on a member where they override the shape's. */
export interface SchemaTraits {
  /** Of strings in characters, of blobs in bytes, of lists and maps in items. */
  readonly length?: Bounds;
  readonly range?: Bounds;
  /**
   * A regular expression of JavaScript, as `new RegExp(pattern, "u")` takes it, that must match somewhere
   * in the string. Who writes the schema translates what the model has; here it is taken as it is, and
   * what JavaScript cannot read is not enforced.
   */
  readonly pattern?: string;
  /** The value is left out of messages. */
  readonly sensitive?: boolean;
  readonly timestampFormat?: TimestampFormat;
  readonly mediaType?: string;
}

/** Points to another schema; a function where the schemas refer to each other in a circle. */
export type SchemaRef = SimpleType | Schema | (() => Schema);

/** A single value. */
export interface SimpleSchema extends SchemaTraits {
  readonly type: SimpleType;
  /** A blob that is a stream on its way. */
  readonly streaming?: boolean;
}

/** A string with named values. */
export interface EnumSchema extends SchemaTraits {
  readonly type: "enum";
  readonly values: readonly string[];
  /** Values that are accepted but not named in messages. */
  readonly internal?: readonly string[];
}

/** An integer with named values. */
export interface IntEnumSchema extends SchemaTraits {
  readonly type: "intEnum";
  readonly values: readonly number[];
}

/** A key, value or item. */
export interface MemberSchema extends SchemaTraits {
  readonly target: SchemaRef;
}

/** Values in a row. */
export interface ListSchema extends SchemaTraits {
  readonly type: "list";
  readonly member: MemberSchema;
  readonly uniqueItems?: boolean;
  /** Whether items may be null. */
  readonly sparse?: boolean;
}

/** Values by key. */
export interface MapSchema extends SchemaTraits {
  readonly type: "map";
  readonly key: MemberSchema;
  readonly value: MemberSchema;
  /** Whether values may be null. */
  readonly sparse?: boolean;
}

/**
 * Where a member travels that is not part of the JSON document. Labels and query parameters are so in
 * requests only, the status code in responses only, the places of events in events only: elsewhere such
 * a member is part of the document.
 */
export type Place =
  | "label"
  | "query"
  | "queryParams"
  | "header"
  | "prefixHeaders"
  | "payload"
  | "statusCode"
  | "eventHeader"
  | "eventPayload";

/** A member of a structure or union. */
export interface FieldSchema extends MemberSchema {
  readonly name: string;
  readonly required?: boolean;
  /** Its name in JSON, where it differs. */
  readonly jsonName?: string;
  /** The property of the client's error class that holds it, where it differs. */
  readonly property?: string;
  readonly default?: Json;
  readonly in?: Place;
  /** The name of the header or query parameter, or the prefix of headers. */
  readonly as?: string;
}

/** Named members: all of them, or of a union exactly one. */
export interface StructureSchema extends SchemaTraits {
  readonly type: "structure" | "union";
  readonly members: readonly FieldSchema[];
  /** A union whose values come one after the other, as events of a stream. */
  readonly streaming?: boolean;
}

/** Any schema. */
export type Schema =
  | SimpleSchema
  | EnumSchema
  | IntEnumSchema
  | ListSchema
  | MapSchema
  | StructureSchema;

/** An error that an operation can answer with. */
export interface ErrorSchema extends StructureSchema {
  readonly type: "structure";
  /** Its name on the wire. */
  readonly name: string;
  /** The name of its class in the client, where it differs. */
  readonly className?: string;
  readonly status: number;
  readonly fault: "client" | "server";
}

/** How broken constraints are reported by a service that has an error of its own for them. */
export interface ValidationReport {
  /** The name of one of the operation's errors. */
  readonly error: string;
  /** Its member that lists the broken constraints. */
  readonly list: string;
  /** The item's member that says where. */
  readonly path: string;
  /** The item's member that says what. */
  readonly message: string;
  /** `/users/0/name` or `users.0.name`. */
  readonly style: "pointer" | "dotted";
}

/**
 * One operation, as a server sees it.
 *
 * @typeParam Input - What a request is decoded to.
 * @typeParam Output - What is encoded as the response.
 */
export interface OperationSchema<Input extends object = object, Output extends object = object> {
  readonly name: string;
  readonly method: string;
  /** The URI pattern: `/networks/{networkId}/users`, with `{label+}` and `?literal=query`. */
  readonly uri: string;
  /** Patterns of other operations with the same method that requests of this one's pattern may fit better. */
  readonly yieldsTo?: readonly string[];
  /** The status of a success. */
  readonly status: number;
  /** Absent where the operation takes no input at all. */
  readonly input?: StructureSchema;
  /** Absent where it returns nothing at all. */
  readonly output?: StructureSchema;
  readonly errors: readonly ErrorSchema[];
  /** Absent: `ValidationException`, as Smithy's own servers answer. */
  readonly validation?: ValidationReport;
  /** Makes the output of the model's first successful example. */
  readonly example?: () => Answer<Output>;
  /** Never there at run time: it carries the types. */
  readonly __types?: { readonly input: Input; readonly output: Output };
}

/** Content of a streamed member, as handlers may give it. */
export type StreamContent = string | Uint8Array | Blob | ReadableStream;

/**
 * What a handler answers with: the members of the output, each of them optional, since a test often
 * needs only a few. Streams may be given as text or bytes, streams of events as arrays.
 */
export type Answer<Output extends object> = {
  [Name in keyof Output]?: NonNullable<Output[Name]> extends { transformToByteArray: unknown }
    ? Output[Name] | StreamContent
    : NonNullable<Output[Name]> extends AsyncIterable<infer Event>
      ? Output[Name] | Iterable<Event>
      : Output[Name];
};
