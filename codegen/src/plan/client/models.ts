import type { Facts } from "../../facts/facts.js";
import { literal, literalKey, pascalCase, propertyKey } from "../../typescript/names.js";
import type { EnumShape, StructureShape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { docComment, docOf } from "../../typescript/documentation.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../../typescript/imports.js";
import { deprecationOf, memberType, propertyOf } from "./type-expression.js";

/** The declarations of the service's shapes: enums with their values, structures and unions as types. */
export const planModels = (facts: Facts): PlannedFile[] => {
  const enums = facts.shapes.filter((shape) => shape.type === "enum" || shape.type === "intEnum");
  const structures = facts.shapes.filter(
    (shape) => (shape.type === "structure" || shape.type === "union") && !hasTrait(shape, "error"),
  ) as StructureShape[];
  const imports = new Imports();
  const enumNames = new Set(enums.map((shape) => facts.names.type(shape.id)));
  const errorNames = new Set(
    facts.shapes
      .filter((shape) => hasTrait(shape, "error"))
      .map((shape) => facts.names.type(shape.id)),
  );
  const source = (name: string) =>
    enumNames.has(name) ? "./enums.js" : errorNames.has(name) ? `../errors/${name}.js` : "";
  const plans = structures.map((shape) =>
    shape.type === "union"
      ? planUnion(facts, shape, imports, source)
      : planStructure(facts, shape, imports, source),
  );
  const files: PlannedFile[] = [
    {
      path: "client/src/models/structures.ts",
      template: "client/structures",
      plan: { structures: plans, imports: imports.list().filter((entry) => entry.from !== "") },
    },
    {
      path: "client/src/models/index.ts",
      template: "client/index",
      plan: { modules: [...(enums.length > 0 ? ["./enums.js"] : []), "./structures.js"] },
    },
  ];
  if (enums.length > 0) {
    files.push({
      path: "client/src/models/enums.ts",
      template: "client/enums",
      plan: { enums: enums.map((shape) => planEnum(facts, shape as EnumShape)) },
    });
  }
  return files;
};

const planStructure = (
  facts: Facts,
  shape: StructureShape,
  imports: Imports,
  source: (name: string) => string,
) => ({
  union: false,
  name: facts.names.type(shape.id),
  doc: docComment([docOf(shape)], deprecationOf(shape)),
  members: [...shape.members.values()].map((member) => propertyOf(facts, member, imports, source)),
});

/** One variant a member, in which the others are never set; and one for members that are not known yet. */
const planUnion = (
  facts: Facts,
  shape: StructureShape,
  imports: Imports,
  source: (name: string) => string,
) => {
  const members = [...shape.members.values()];
  const taken = new Set<string>();
  const variants = members.map((member) => {
    let name = `${pascalCase(member.name) || "_"}Member`;
    while (taken.has(name)) name = `_${name}`;
    taken.add(name);
    return { name, member };
  });
  return {
    union: true,
    name: facts.names.type(shape.id),
    doc: docComment([docOf(shape)], deprecationOf(shape)),
    members: variants.map(({ name }) => ({ type: name })),
    variants: [
      ...variants.map(({ name, member }) => ({
        name,
        doc: docComment([docOf(member)], deprecationOf(member)),
        properties: [
          ...members.map((other) =>
            other === member
              ? {
                  key: propertyKey(other.name),
                  type: memberType(facts, other, imports, source),
                }
              : { key: `${propertyKey(other.name)}?`, type: "never" },
          ),
          { key: "$unknown?", type: "never" },
        ],
      })),
      {
        name: "$UnknownMember",
        doc: docComment([
          "A member that this version of the client does not know: its name and its JSON value.",
        ]),
        properties: [
          ...members.map((other) => ({ key: `${propertyKey(other.name)}?`, type: "never" })),
          { key: "$unknown", type: "[string, unknown]" },
        ],
      },
    ],
  };
};

const planEnum = (facts: Facts, shape: EnumShape) => ({
  name: facts.names.type(shape.id),
  doc: docComment([docOf(shape)], deprecationOf(shape)),
  members: [...shape.members.values()].map((member) => ({
    key: literalKey(member.name),
    value: literal(trait(member, "enumValue")),
    doc: docComment([docOf(member)], deprecationOf(member)),
  })),
});
