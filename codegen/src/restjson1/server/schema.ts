import { bindingOf, boundNameOf } from "../../facts/bindings.js";
import { type EnumValue, enumValuesOf } from "../../facts/enums.js";
import { errorStatus } from "../../facts/errors.js";
import { isStream } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { isSparse, jsonName } from "../../facts/members.js";
import { literal } from "../../typescript/names.js";
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
import { docComment, docOf } from "../../typescript/documentation.js";
import type { PlannedFile } from "../../plan/file.js";
import { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../../plan/packages.js";
import { defaultJson } from "./default-json.js";
import type { SchemaShapes } from "./schema-shapes.js";
import { type Entry, schemaTraits } from "./schema-traits.js";

/** The constant that holds a shape's schema. */
export const schemaConstant = (shapes: SchemaShapes, id: string): string =>
  `${shapes.name(id)}Shape`;

/** The module of one shape's schema. */
export const planSchema = (facts: Facts, shapes: SchemaShapes, shape: DataShape): PlannedFile => {
  const imports = new Imports();
  const type = imports.type(interfaceOf(shape), `${RUNTIME}/mock`);
  const refer = (target: string) => reference(facts, shapes, shape, target, imports);
  const members =
    shape.type === "structure" || shape.type === "union" ? [...shape.members.values()] : undefined;
  return {
    path: `mock/src/schemas/${shapes.name(shape.id)}.ts`,
    template: "mock/schema",
    plan: {
      doc: docComment([docOf(shape)]),
      constant: schemaConstant(shapes, shape.id),
      interface: type,
      entries: [...entriesOf(facts, shape, refer), ...schemaTraits(shape)],
      isStructure: members !== undefined,
      members:
        members?.map((member) => memberEntries(facts, shape as StructureShape, member, refer)) ??
        [],
      imports: imports.list(),
    },
  };
};

const interfaceOf = (shape: DataShape): string => {
  switch (shape.type) {
    case "structure":
      return hasTrait(shape, "error") ? "ErrorSchema" : "StructureSchema";
    case "union":
      return "StructureSchema";
    case "list":
      return "ListSchema";
    case "map":
      return "MapSchema";
    case "enum":
      return "EnumSchema";
    case "intEnum":
      return "IntEnumSchema";
    default:
      return enumValuesOf(shape) ? "EnumSchema" : "SimpleSchema";
  }
};

type Refer = (target: string) => string;

/** The target's constant; within a circle a function that returns it, since it may not be there yet. */
const reference = (
  { model }: Facts,
  shapes: SchemaShapes,
  from: DataShape,
  target: string,
  imports: Imports,
): string => {
  if (target === "smithy.api#Unit") return '{ type: "structure", members: [] }';
  if (!shapes.has(target)) return literal(dataShapeOf(model, target).type);
  const constant = schemaConstant(shapes, target);
  if (target !== from.id) imports.value(constant, `./${shapes.name(target)}.js`);
  return shapes.inOneCircle(from.id, target) ? `() => ${constant}` : constant;
};

const entriesOf = (facts: Facts, shape: DataShape, refer: Refer): Entry[] => {
  const { model } = facts;
  const sparse = (): Entry[] =>
    isSparse(model, shape.id) ? [{ key: "sparse", value: "true" }] : [];
  switch (shape.type) {
    case "structure":
      return [{ key: "type", value: '"structure"' }, ...errorEntries(facts, shape)];
    case "union":
      return [{ key: "type", value: '"union"' }, ...streamingEntry(shape)];
    case "list":
      return [
        { key: "type", value: '"list"' },
        { key: "member", value: memberSchema(shape.member, refer) },
        ...(hasTrait(shape, "uniqueItems") ? [{ key: "uniqueItems", value: "true" }] : []),
        ...sparse(),
      ];
    case "map":
      return [
        { key: "type", value: '"map"' },
        { key: "key", value: memberSchema(shape.key, refer) },
        { key: "value", value: memberSchema(shape.value, refer) },
        ...sparse(),
      ];
    case "enum":
    case "intEnum":
      return enumEntries(shape.type, enumValuesOf(shape) ?? []);
    default: {
      const values = enumValuesOf(shape);
      if (values) return enumEntries("enum", values);
      return [{ key: "type", value: literal(shape.type) }, ...streamingEntry(shape)];
    }
  }
};

const streamingEntry = (shape: DataShape): Entry[] =>
  isStream(shape) ? [{ key: "streaming", value: "true" }] : [];

/** A member of a list or map: where it leads, and what it says itself. */
const memberSchema = (member: Member, refer: Refer): string => {
  const entries = [{ key: "target", value: refer(member.target) }, ...schemaTraits(member)];
  return `{ ${entries.map(({ key, value }) => `${key}: ${value}`).join(", ")} }`;
};

const enumEntries = (type: EnumShape["type"], values: readonly EnumValue[]): Entry[] => {
  const of = (internal: boolean) =>
    values.filter(({ isInternal }) => isInternal === internal).map(({ value }) => value);
  // The schema of an intEnum does not tell internal ones apart.
  if (type === "intEnum")
    return [
      typeEntry(type),
      valuesEntry(
        "values",
        values.map(({ value }) => value),
      ),
    ];
  const hidden = of(true);
  return [
    typeEntry(type),
    valuesEntry("values", of(false)),
    ...(hidden.length > 0 ? [valuesEntry("internal", hidden)] : []),
  ];
};

const typeEntry = (type: string): Entry => ({ key: "type", value: literal(type) });
const valuesEntry = (key: string, values: readonly Json[]): Entry => ({
  key,
  value: literal(values),
});

const errorEntries = (facts: Facts, shape: StructureShape): Entry[] => {
  if (!hasTrait(shape, "error")) return [];
  const name = nameOf(shape.id);
  const className = facts.names.type(shape.id);
  return [
    { key: "name", value: literal(name) },
    ...(className === name ? [] : [{ key: "className", value: literal(className) }]),
    { key: "status", value: literal(errorStatus(shape)) },
    { key: "fault", value: literal(trait(shape, "error")) },
  ];
};

/** Where a member stands, beside the document that a body or an event is. */
const placeOf = (member: Member): { place: string; as: string | undefined } | undefined => {
  const binding = bindingOf(member);
  if (binding) return { place: binding.place, as: boundNameOf(member, binding) };
  const place = ["eventHeader", "eventPayload"].find((name) => hasTrait(member, name));
  return place === undefined ? undefined : { place, as: undefined };
};

/** A member of a structure or union, as the properties of its schema. */
const memberEntries = (
  facts: Facts,
  shape: StructureShape,
  member: Member,
  refer: Refer,
): Entry[] => {
  const entries: Entry[] = [{ key: "name", value: literal(member.name) }];
  const add = (key: string, value: unknown) => entries.push({ key, value: literal(value) });
  entries.push({ key: "target", value: refer(member.target) });
  if (hasTrait(member, "required") && shape.type === "structure") add("required", true);
  if (jsonName(member) !== member.name) add("jsonName", jsonName(member));
  const bound = placeOf(member);
  if (bound) {
    add("in", bound.place);
    if (bound.as !== undefined) add("as", bound.as);
  }
  entries.push(...schemaTraits(member));
  const initial = defaultJson(facts.model, member);
  if (initial !== undefined) add("default", initial);
  return entries;
};
