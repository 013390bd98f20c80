import {
  dataShapeOf,
  hasTrait,
  nameOf,
  namespaceOf,
  shapeOf,
  structureOf,
  trait,
  type DataShape,
  type Json,
  type Member,
  type Model,
  type OperationShape,
  type ShapeId,
  type StructureShape,
  type Traits,
} from "@wickr-admin/codegen";
import { operation } from "@smithy/core/schema";
import type { $SchemaRef, OperationSchema, SchemaTraitsObject } from "@smithy/types";

/** Kinds of schemas, as the official runtime numbers them. */
const SIMPLE = 0;
const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;
const UNION = 4;
const ERROR = -3;

/** What stands for a simple type where no schema of its own is needed. */
const SENTINELS: Readonly<Record<string, number>> = {
  string: 0,
  enum: 0,
  byte: 1,
  short: 1,
  integer: 1,
  intEnum: 1,
  long: 1,
  float: 1,
  double: 1,
  boolean: 2,
  timestamp: 4,
  document: 15,
  bigInteger: 17,
  bigDecimal: 19,
  blob: 21,
};

const TIMESTAMP_SENTINELS: Readonly<Record<string, number>> = {
  "date-time": 5,
  "http-date": 6,
  "epoch-seconds": 7,
};

/** Traits that the official runtime looks at, those without a value first. */
const FLAGS = [
  "httpLabel",
  "httpPayload",
  "httpResponseCode",
  "httpQueryParams",
  "idempotencyToken",
  "sensitive",
  "hostLabel",
  "streaming",
  "sparse",
] as const;
const VALUES = ["httpQuery", "httpHeader", "httpPrefixHeaders", "jsonName", "mediaType"] as const;

/**
 * Schemas of a model's shapes for the official runtime: what its generator would write out,
 * built when asked for.
 */
export class Schemas {
  readonly #operations = new Map<ShapeId, OperationSchema>();
  readonly #built = new Map<ShapeId, unknown>();

  constructor(private readonly model: Model) {}

  /** The schema of an operation. */
  operation({ id, input, output, traits }: OperationShape): OperationSchema {
    let schema = this.#operations.get(id);
    if (schema === undefined) {
      const http = trait<{ method: string; uri: string; code?: number }>({ traits }, "http")!;
      schema = operation(
        namespaceOf(id),
        nameOf(id),
        { http: [http.method, http.uri, http.code ?? 200] },
        this.#inputOrOutput(input),
        this.#inputOrOutput(output),
      );
      this.#operations.set(id, schema);
    }
    return schema;
  }

  /** The schema of an error. */
  error(id: ShapeId): unknown {
    return this.#schema(shapeOf(this.model, id) as StructureShape);
  }

  #inputOrOutput(id: ShapeId): $SchemaRef {
    return id === "smithy.api#Unit" ? "unit" : this.#reference(id, {});
  }

  #reference(id: ShapeId, memberTraits: Traits): $SchemaRef {
    const shape = dataShapeOf(this.model, id);
    const sentinel = SENTINELS[shape.type];
    if (sentinel === undefined) return () => this.#schema(shape) as never;

    const bare = this.#sentinel(shape, memberTraits, sentinel);
    const traits = runtimeTraits(shape.traits);
    return traits === undefined
      ? bare
      : () => [SIMPLE, namespaceOf(id), nameOf(id), traits, bare] as never;
  }

  #sentinel(shape: DataShape, memberTraits: Traits, otherwise: number): never {
    const format =
      shape.type === "timestamp"
        ? (trait<string>({ traits: memberTraits }, "timestampFormat") ??
          trait<string>(shape, "timestampFormat"))
        : undefined;
    return (format === undefined ? otherwise : TIMESTAMP_SENTINELS[format]) as never;
  }

  #member({ target, traits }: Member): $SchemaRef {
    const reference = this.#reference(target, traits);
    const own = runtimeTraits(traits);
    return own === undefined ? reference : ([reference, own] as never);
  }

  #schema(shape: DataShape): unknown {
    let schema = this.#built.get(shape.id);
    if (schema === undefined) {
      schema = this.#build(shape);
      this.#built.set(shape.id, schema);
    }
    return schema;
  }

  #build(shape: DataShape): unknown {
    const head = [namespaceOf(shape.id), nameOf(shape.id), runtimeTraits(shape.traits) ?? 0];
    switch (shape.type) {
      case "list":
        return [LIST, ...head, this.#member(shape.member)];
      case "map":
        return [MAP, ...head, this.#member(shape.key), this.#member(shape.value)];
      case "union":
      case "structure": {
        const { members } = structureOf(this.model, shape.id);
        const body = [[...members.keys()], [...members.values()].map((each) => this.#member(each))];
        const fault = trait<string>(shape, "error");
        if (fault === undefined)
          return [shape.type === "union" ? UNION : STRUCTURE, ...head, ...body];

        const httpError = trait<number>(shape, "httpError") ?? (fault === "client" ? 400 : 500);
        return [ERROR, head[0], head[1], { error: fault, httpError }, ...body];
      }
      default:
        throw new Error(`${shape.id} needs no schema of its own.`);
    }
  }
}

const runtimeTraits = (traits: Traits): SchemaTraitsObject | undefined => {
  const result: Record<string, Json> = {};
  for (const name of FLAGS) if (hasTrait({ traits }, name)) result[name] = 1;

  for (const name of VALUES) {
    const value = trait({ traits }, name);
    if (value !== undefined) result[name] = value;
  }
  return Object.keys(result).length === 0 ? undefined : (result as SchemaTraitsObject);
};
