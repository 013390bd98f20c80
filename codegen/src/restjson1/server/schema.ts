import { bindingOf, boundNameOf } from "../../facts/bindings.js";
import { type EnumValue, enumValuesOf } from "../../facts/enums.js";
import { errorStatus } from "../../facts/errors.js";
import { isStream } from "../../facts/event-streams.js";
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
      return enumValuesOf(shape) ? server.EnumSchema : server.SimpleSchema;
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
    case "intEnum":
      return enumEntries(shape.type, enumValuesOf(shape) ?? []);
    default: {
      const values = enumValuesOf(shape);
      if (values) return enumEntries("enum", values);
      return [value("type", shape.type), ...streamingEntry(shape)];
    }
  }
};

const streamingEntry = (shape: DataShape): ObjectEntry[] =>
  isStream(shape) ? [value("streaming", true)] : [];

/** A member of a list or map: where it leads, and what it says itself. */
const memberSchema = (member: Member, refer: Refer): Expression =>
  object([entry("target", refer(member.target)), ...schemaTraits(member)]);

const enumEntries = (type: EnumShape["type"], values: readonly EnumValue[]): ObjectEntry[] => {
  // The schema of an intEnum does not tell internal ones apart.
  const isHidden = ({ isInternal }: EnumValue) => isInternal && type === "enum";
  const shown = values.filter((each) => !isHidden(each)).map((each) => each.value);
  const hidden = values.filter(isHidden).map((each) => each.value);
  return [
    value("type", type),
    value("values", shown),
    ...(hidden.length > 0 ? [value("internal", hidden)] : []),
  ];
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

/** A member of a structure or union. */
const fieldSchema = (
  facts: Facts,
  shape: StructureShape,
  member: Member,
  refer: Refer,
): Expression => {
  const isRequired = hasTrait(member, "required") && shape.type === "structure";
  const property = hasTrait(shape, "error") ? errorProperty(shape, member) : member.name;
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

/** Where the member travels, if not in the JSON document of a body or an event. */
const placeEntries = (member: Member): ObjectEntry[] => {
  const binding = bindingOf(member);
  if (binding) {
    const as = boundNameOf(member, binding);
    return [value("in", binding.place), ...(as === undefined ? [] : [value("as", as)])];
  }
  const place = ["eventHeader", "eventPayload"].find((name) => hasTrait(member, name));
  return place === undefined ? [] : [value("in", place)];
};
