import type { Shape, ShapeId } from "../model/model.js";
import { membersOf } from "./shapes.js";

/** What a reference has to lead to. */
export type Expected =
  | "data"
  | "error"
  | "operation"
  | "resource"
  | "string"
  | "structure"
  | "shape";

/** A shape that another one points to. */
export interface Reference {
  readonly target: ShapeId;
  readonly expected: Expected;
  /** Where it stands: the member's id, or the shape's with the property in `property`. */
  readonly from: ShapeId;
  readonly property?: string;
}

/** Every shape that a shape points to. */
export const referencesOf = (shape: Shape): Reference[] => {
  const from = shape.id;
  const all = (property: string, targets: Iterable<ShapeId>, expected: Expected): Reference[] =>
    [...targets].map((target) => ({ target, expected, from, property }));

  switch (shape.type) {
    case "service":
      return [
        ...all("operations", shape.operations, "operation"),
        ...all("resources", shape.resources, "resource"),
        ...all("errors", shape.errors, "error"),
        ...all("rename", shape.rename.keys(), "shape"),
      ];
    case "resource":
      return [
        ...Object.entries(shape.lifecycle).flatMap(([name, id]) => all(name, [id], "operation")),
        ...all("operations", shape.operations, "operation"),
        ...all("collectionOperations", shape.collectionOperations, "operation"),
        ...all("resources", shape.resources, "resource"),
        ...all("identifiers", shape.identifiers.values(), "string"),
        ...all("properties", shape.properties.values(), "data"),
      ];
    case "operation":
      return [
        ...all("input", [shape.input], "structure"),
        ...all("output", [shape.output], "structure"),
        ...all("errors", shape.errors, "error"),
      ];
    default:
      return membersOf(shape).map((member) => ({
        target: member.target,
        expected: shape.type === "map" && member.name === "key" ? "string" : "data",
        from: member.id,
      }));
  }
};
