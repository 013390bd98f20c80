import {
  hasTrait,
  nameOf,
  namespaceOf,
  trait,
  type Json,
  type Member,
  type Model,
  type OperationShape,
  type ServiceShape,
  type Shape,
} from "@wickr-admin/codegen";
import { WICKR_NAMESPACE } from "@wickr-admin/test-support/wickr-model";
import type { Units } from "./published-units.js";

/** Traits that decide about the wire and are told by their presence. */
const FLAGS = [
  "eventHeader",
  "eventPayload",
  "hostLabel",
  "httpChecksumRequired",
  "httpLabel",
  "httpPayload",
  "httpQueryParams",
  "httpResponseCode",
  "idempotencyToken",
  "idempotent",
  "readonly",
  "required",
  "sparse",
  "streaming",
];
/** Traits that decide about the wire and have a value. */
const VALUES = [
  "auth",
  "aws.protocols#httpChecksum",
  "endpoint",
  "httpError",
  "httpHeader",
  "httpPrefixHeaders",
  "httpQuery",
  "jsonName",
  "mediaType",
  "optionalAuth",
  "paginated",
  "requestCompression",
  "timestampFormat",
];
/** Constraints of strings, which are published with their shapes. */
const OF_STRINGS = ["length", "pattern", "sensitive"];
/** The model may have more of these than is published; prose.test.ts sees to those. */
const ALSO_FROM_PROSE = ["default", "length", "range"];

/** What the model says of each thing of the service, in the words of the published facts. */
export const modelUnits = (model: Model, published: Units): Units => {
  const units = new Map<string, Json>();
  for (const shape of model.shapes.values()) {
    if (namespaceOf(shape.id) !== WICKR_NAMESPACE) continue;
    units.set(shape.id, shapeUnit(shape));
    if (!("members" in shape)) continue;
    const isEnum = shape.type === "enum" || shape.type === "intEnum";
    for (const member of shape.members.values()) {
      units.set(
        member.id,
        isEnum ? trait<Json>(member, "enumValue")! : memberUnit(member, published.get(member.id)),
      );
    }
  }
  return units;
};

const shapeUnit = (shape: Shape): Json => {
  switch (shape.type) {
    case "service":
      return serviceUnit(shape);
    case "operation":
      return operationUnit(shape);
    case "list":
      return { type: "list", member: targetOf(shape.member), ...wireTraits(shape) };
    case "map":
      return {
        type: "map",
        key: targetOf(shape.key),
        value: targetOf(shape.value),
        ...wireTraits(shape),
      };
    case "string":
      return { type: "string", ...wireTraits(shape), ...valuesOf(shape, OF_STRINGS) };
    default: {
      const fault = trait<string>(shape, "error");
      return { type: shape.type, ...(fault !== undefined && { fault }), ...wireTraits(shape) };
    }
  }
};

const serviceUnit = (service: ServiceShape): Json => ({
  ...trait<{ [name: string]: Json }>(service, "aws.api#service"),
  version: service.version,
  protocols: Object.keys(service.traits).filter((name) => name.startsWith("aws.protocols#")),
  sigv4SigningName: trait<{ name: string }>(service, "aws.auth#sigv4")?.name ?? null,
  errors: service.errors.map(nameOf).sort(),
});

const operationUnit = (operation: OperationShape): Json => {
  const { code = 200, ...http } = trait<{ method: string; uri: string; code?: number }>(
    operation,
    "http",
  )!;
  return {
    ...http,
    code,
    ...wireTraits(operation),
    input: nameOf(operation.input),
    output: nameOf(operation.output),
    errors: operation.errors.map(nameOf).sort(),
  };
};

const memberUnit = (member: Member, published: Json | undefined): Json => ({
  target: targetOf(member),
  ...wireTraits(member),
  ...valuesOf(
    member,
    ALSO_FROM_PROSE.filter((name) => Object.hasOwn((published ?? {}) as object, name)),
  ),
});

/** Names of Smithy's own shapes are written in full. */
const targetOf = ({ target }: Member): string =>
  namespaceOf(target) === WICKR_NAMESPACE ? nameOf(target) : target;

const wireTraits = (on: Shape | Member): { [name: string]: Json } => ({
  ...Object.fromEntries(FLAGS.filter((name) => hasTrait(on, name)).map((name) => [name, true])),
  ...valuesOf(on, VALUES),
});

const valuesOf = (on: Shape | Member, names: readonly string[]): { [name: string]: Json } =>
  Object.fromEntries(
    names.filter((name) => hasTrait(on, name)).map((name) => [name, trait<Json>(on, name)!]),
  );
