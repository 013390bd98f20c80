import type { Facts } from "../../facts/facts.js";
import { ENUMS_FILE, STRUCTURES_FILE } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { type Property, documentationOf, memberType, propertyOf } from "../../layout/types.js";
import type { EnumShape, Member, StructureShape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { type Documentation, documentation } from "../../typescript/documentation.js";
import { isInherited, pascalCase } from "../../typescript/names.js";
import { type Type, keyword, tuple } from "../../typescript/tree.js";

/** The declarations of the service's shapes: enums with their values, structures and unions as types. */
export const planModels = (facts: Facts): PlannedFile[] => {
  const enums = facts.shapes.filter((shape) => shape.type === "enum" || shape.type === "intEnum");
  const structures = facts.shapes.filter(
    (shape) => (shape.type === "structure" || shape.type === "union") && !hasTrait(shape, "error"),
  ) as StructureShape[];
  const files: PlannedFile[] = [
    {
      path: STRUCTURES_FILE,
      template: "client/structures",
      declares: structures.map(({ id }) => facts.names.type(id)),
      plan: {
        structures: structures.map((shape) =>
          shape.type === "union" ? planUnion(facts, shape) : planStructure(facts, shape),
        ),
      },
    },
    {
      path: "client/src/models/index.ts",
      template: "client/index",
      plan: { modules: [...(enums.length > 0 ? ["./enums.js"] : []), "./structures.js"] },
    },
  ];
  if (enums.length > 0) {
    files.push({
      path: ENUMS_FILE,
      template: "client/enums",
      declares: enums.map(({ id }) => facts.names.type(id)),
      plan: { enums: enums.map((shape) => planEnum(facts, shape as EnumShape)) },
    });
  }
  return files;
};

const planStructure = (facts: Facts, shape: StructureShape) => ({
  union: false,
  name: facts.names.type(shape.id),
  documentation: documentationOf(shape),
  members: [...shape.members.values()].map((member) => propertyOf(facts, member)),
});

/** A union's variant: a name below the union's own, and what it has. */
interface Variant {
  readonly name: string;
  readonly documentation: Documentation;
  readonly properties: readonly Omit<Property, "documentation">[];
}

/** One variant a member, in which the others are never set; and one for members that are not known yet. */
const planUnion = (facts: Facts, shape: StructureShape) => {
  const members = [...shape.members.values()];
  const variants = namesOfVariants(members).map(({ name, member }): Variant => {
    const properties = members.map((other) =>
      other === member ? isSet(other.name, memberType(facts, other)) : isOther(other.name),
    );
    return {
      name,
      documentation: documentationOf(member),
      properties: [...properties, isNever("$unknown")],
    };
  });
  const unknown: Variant = {
    name: "$UnknownMember",
    documentation: documentation([
      "A member that this version of the client does not know: its name and its JSON value.",
    ]),
    properties: [
      ...members.map((other) => isOther(other.name)),
      isSet("$unknown", tuple(keyword("string"), keyword("unknown"))),
    ],
  };
  return {
    union: true,
    name: facts.names.type(shape.id),
    documentation: documentationOf(shape),
    variants: [...variants, unknown],
  };
};

const isSet = (name: string, type: Type) => ({ name, type, isOptional: false });
const isNever = (name: string) => ({ name, type: keyword("never"), isOptional: true });
/** A member of another variant. What every object inherits is never missing. */
const isOther = (name: string) =>
  isInherited(name) ? { name, type: keyword("unknown"), isOptional: true } : isNever(name);

const namesOfVariants = (members: readonly Member[]) => {
  const taken = new Set<string>();
  return members.map((member) => {
    let name = `${pascalCase(member.name) || "_"}Member`;
    while (taken.has(name)) name = `_${name}`;
    taken.add(name);
    return { name, member };
  });
};

const planEnum = (facts: Facts, shape: EnumShape) => ({
  name: facts.names.type(shape.id),
  documentation: documentationOf(shape),
  members: [...shape.members.values()].map((member) => ({
    name: member.name,
    value: trait(member, "enumValue"),
    documentation: documentationOf(member),
  })),
});
