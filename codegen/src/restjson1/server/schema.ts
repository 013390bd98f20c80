import type { Facts } from "../../facts/facts.js";
import { isSparse, jsonName } from "../../facts/members.js";
import { errorProperty } from "../../layout/error-properties.js";
import type { PlannedFile } from "../../layout/file.js";
import { schemaSymbol } from "../../layout/mock.js";
import { docOf } from "../../layout/types.js";
import {
  type DataShape,
  type EnumShape,
  type Json,
  type Member,
  type StructureShape,
  dataShapeOf,
  nameOf,
} from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { documentation } from "../../typescript/documentation.js";
import { runtime } from "../../typescript/runtime.js";
import type { ImportSymbol } from "../../typescript/symbols.js";
import {
  type Expression,
  type ObjectEntry,
  array,
  arrow,
  entry,
  literal,
  object,
} from "../../typescript/tree.js";
import { defaultJson } from "./default-json.js";
import { errorStatus } from "./errors.js";
import { type SchemaShapes, schemaOf } from "./schema-shapes.js";
import { schemaTraits } from "./schema-traits.js";

/** The module of one shape's schema. */
export const planSchema = (facts: Facts, shapes: SchemaShapes, shape: DataShape): PlannedFile => {
  const symbol = schemaSymbol(shapes.name(shape.id));
  const refer = (target: string) => reference(facts, shapes, shape, target);
  return {
    path: `mock/src/schemas/${shapes.name(shape.id)}.ts`,
    template: "mock/schema",
    declares: [symbol.name],
    plan: {
      documentation: documentation([docOf(shape)]),
      constant: symbol.name,
      interface: interfaceOf(shape),
      schema: object(
        [
          ...entriesOf(facts, shape, refer),
          ...schemaTraits(shape),
          ...membersEntry(facts, shape, refer),
        ],
        "broken",
      ),
    },
  };
};

const interfaceOf = (shape: DataShape): ImportSymbol => {
  const { server } = runtime;
  switch (shape.type) {
    case "structure":
      return hasTrait(shape, "error") ? server.ErrorSchema : server.StructureSchema;
    case "union":
      return server.StructureSchema;
    case "list":
      return server.ListSchema;
    case "map":
      return server.MapSchema;
    case "enum":
      return server.EnumSchema;
    case "intEnum":
      return server.IntEnumSchema;
    default:
      return hasTrait(shape, "enum") ? server.EnumSchema : server.SimpleSchema;
  }
};

type Refer = (target: string) => Expression;

/** The target's constant; within a circle a function that returns it, since it may not be there yet. */
const reference = (
  { model }: Facts,
  shapes: SchemaShapes,
  from: DataShape,
  target: string,
): Expression => {
  if (target === "smithy.api#Unit") return literal({ type: "structure", members: [] });
  if (!shapes.has(target)) return literal(dataShapeOf(model, target).type);
  const constant = schemaOf(shapes, target);
  return shapes.inOneCircle(from.id, target) ? arrow([], constant) : constant;
};

const value = (key: string, of: Json): ObjectEntry => entry(key, literal(of));

const entriesOf = (facts: Facts, shape: DataShape, refer: Refer): ObjectEntry[] => {
  const sparse = isSparse(facts.model, shape.id) ? [value("sparse", true)] : [];
  switch (shape.type) {
    case "structure":
      return [value("type", "structure"), ...errorEntries(facts, shape)];
    case "union":
      return [value("type", "union"), ...streamingEntry(shape)];
    case "list":
      return [
        value("type", "list"),
        entry("member", memberSchema(shape.member, refer)),
        ...(hasTrait(shape, "uniqueItems") ? [value("uniqueItems", true)] : []),
        ...sparse,
      ];
    case "map":
      return [
        value("type", "map"),
        entry("key", memberSchema(shape.key, refer)),
        entry("value", memberSchema(shape.value, refer)),
        ...sparse,
      ];
    case "enum":
      return [value("type", "enum"), ...enumEntries(enumMembers(shape))];
    case "intEnum": {
      const values = [...shape.members.values()].map(
        (member) => trait(member, "enumValue") ?? null,
      );
      return [value("type", "intEnum"), value("values", values)];
    }
    default: {
      const definitions = trait<{ value: string; tags?: string[] }[]>(shape, "enum");
      if (definitions) {
        const values = definitions.map(({ value: text, tags = [] }) => ({
          value: text,
          internal: tags.includes("internal"),
        }));
        return [value("type", "enum"), ...enumEntries(values)];
      }
      return [value("type", shape.type), ...streamingEntry(shape)];
    }
  }
};

const streamingEntry = (shape: DataShape): ObjectEntry[] =>
  hasTrait(shape, "streaming") ? [value("streaming", true)] : [];

/** A member of a list or map: where it leads, and what it says itself. */
const memberSchema = (member: Member, refer: Refer): Expression =>
  object([entry("target", refer(member.target)), ...schemaTraits(member)]);

interface EnumValue {
  readonly value: string;
  /** Accepted by the service, but nothing to tell its users of. */
  readonly internal: boolean;
}

const enumMembers = (shape: EnumShape): EnumValue[] =>
  [...shape.members.values()].map((member) => ({
    value: trait<string>(member, "enumValue") ?? member.name,
    internal: hasTrait(member, "internal"),
  }));

const enumEntries = (values: readonly EnumValue[]): ObjectEntry[] => {
  const of = (internal: boolean) =>
    values.filter((each) => each.internal === internal).map((each) => each.value);
  const hidden = of(true);
  return [value("values", of(false)), ...(hidden.length > 0 ? [value("internal", hidden)] : [])];
};

const errorEntries = (facts: Facts, shape: StructureShape): ObjectEntry[] => {
  if (!hasTrait(shape, "error")) return [];
  const name = nameOf(shape.id);
  const className = facts.names.type(shape.id);
  return [
    value("name", name),
    ...(className === name ? [] : [value("className", className)]),
    value("status", errorStatus(shape)),
    value("fault", trait(shape, "error") ?? null),
  ];
};

const membersEntry = (facts: Facts, shape: DataShape, refer: Refer): ObjectEntry[] => {
  if (shape.type !== "structure" && shape.type !== "union") return [];
  const members = [...shape.members.values()];
  return [entry("members", array(members.map((each) => fieldSchema(facts, shape, each, refer))))];
};

const PLACES = [
  ["httpLabel", "label"],
  ["httpQuery", "query"],
  ["httpQueryParams", "queryParams"],
  ["httpHeader", "header"],
  ["httpPrefixHeaders", "prefixHeaders"],
  ["httpPayload", "payload"],
  ["httpResponseCode", "statusCode"],
  ["eventHeader", "eventHeader"],
  ["eventPayload", "eventPayload"],
] as const;

/** A member of a structure or union. */
const fieldSchema = (
  facts: Facts,
  shape: StructureShape,
  member: Member,
  refer: Refer,
): Expression => {
  const isRequired = hasTrait(member, "required") && shape.type === "structure";
  const property = hasTrait(shape, "error") ? errorProperty(member) : member.name;
  const initial = defaultJson(facts.model, member);
  return object([
    value("name", member.name),
    entry("target", refer(member.target)),
    ...(isRequired ? [value("required", true)] : []),
    ...(jsonName(member) === member.name ? [] : [value("jsonName", jsonName(member))]),
    ...(property === member.name ? [] : [value("property", property)]),
    ...placeEntries(member),
    ...schemaTraits(member),
    ...(initial === undefined ? [] : [value("default", initial)]),
  ]);
};

/** Where the member travels, if not in the JSON document. */
const placeEntries = (member: Member): ObjectEntry[] => {
  const [name, place] = PLACES.find(([each]) => hasTrait(member, each)) ?? [];
  if (name === undefined || place === undefined) return [];
  const as = trait(member, name);
  return [value("in", place), ...(typeof as === "string" ? [value("as", as)] : [])];
};
