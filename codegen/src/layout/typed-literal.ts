import { type Json, type Model, type ShapeId, dataShapeOf } from "../model/model.js";
import {
  type Expression,
  type Layout,
  type ObjectEntry,
  array,
  call,
  construct,
  entry,
  literal,
  method,
  name,
  object,
} from "../typescript/tree.js";

/**
 * A node value of a model (an example, say) as TypeScript: timestamps become dates, blobs bytes.
 *
 * @param layout - Whether objects and lists break over lines.
 */
export const typedLiteral = (
  model: Model,
  id: ShapeId,
  value: Json,
  layout: Layout = "line",
): Expression => {
  if (value === null) return literal(null);
  const shape = dataShapeOf(model, id);
  const inner = (target: ShapeId, item: Json) => typedLiteral(model, target, item, layout);
  switch (shape.type) {
    case "structure":
    case "union": {
      const entries = Object.entries(value as Record<string, Json>).flatMap(
        ([key, item]): ObjectEntry[] => {
          const member = shape.members.get(key);
          return member ? [entry(key, inner(member.target, item))] : [];
        },
      );
      return object(entries, layout);
    }
    case "map": {
      const entries = Object.entries(value as Record<string, Json>).map(([key, item]) =>
        entry(key, inner(shape.value.target, item)),
      );
      return object(entries, layout);
    }
    case "list": {
      const items = (value as readonly Json[]).map((item) => inner(shape.member.target, item));
      return array(items, layout);
    }
    case "timestamp": {
      const date = typeof value === "number" ? Math.round(value * 1000) : value;
      return construct(name("Date"), literal(date));
    }
    case "blob":
      return method(construct(name("TextEncoder")), "encode", [literal(String(value))]);
    case "bigInteger":
      return call(name("BigInt"), literal(String(value)));
    case "float":
    case "double":
      return typeof value === "string" ? call(name("Number"), literal(value)) : literal(value);
    default:
      return literal(value);
  }
};
