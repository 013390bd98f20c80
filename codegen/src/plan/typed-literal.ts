import { literal, literalKey } from "../typescript/names.js";
import { type Json, type Model, type ShapeId, dataShapeOf } from "../model/model.js";

/**
 * A node value of a model (an example, say) as TypeScript: timestamps become dates, blobs bytes.
 *
 * @param indent - Spaces a level, to break objects and lists over lines; 0 for one line.
 */
export const typedLiteral = (model: Model, id: ShapeId, value: Json, indent = 0): string =>
  write(model, id, value, indent, "");

const write = (model: Model, id: ShapeId, value: Json, indent: number, margin: string): string => {
  if (value === null) return "null";
  const shape = dataShapeOf(model, id);
  const inner = margin + " ".repeat(indent);
  const block = (open: string, items: readonly string[], close: string) => {
    if (items.length === 0) return open + close;
    if (indent === 0) return `${open} ${items.join(", ")} ${close}`;
    return `${open}\n${items.map((item) => `${inner}${item},\n`).join("")}${margin}${close}`;
  };
  switch (shape.type) {
    case "structure":
    case "union": {
      const entries = Object.entries(value as Record<string, Json>).flatMap(([name, item]) => {
        const member = shape.members.get(name);
        return member
          ? [`${literalKey(name)}: ${write(model, member.target, item, indent, inner)}`]
          : [];
      });
      return block("{", entries, "}");
    }
    case "map": {
      const entries = Object.entries(value as Record<string, Json>).map(
        ([name, item]) =>
          `${literalKey(name)}: ${write(model, shape.value.target, item, indent, inner)}`,
      );
      return block("{", entries, "}");
    }
    case "list": {
      const items = (value as readonly Json[]).map((item) =>
        write(model, shape.member.target, item, indent, inner),
      );
      return block("[", items, "]");
    }
    case "timestamp":
      return `new Date(${typeof value === "number" ? Math.round(value * 1000) : literal(value)})`;
    case "blob":
      return `new TextEncoder().encode(${literal(String(value))})`;
    case "bigInteger":
      return `BigInt(${literal(String(value))})`;
    case "float":
    case "double":
      return typeof value === "string" ? `Number(${literal(value)})` : literal(value);
    default:
      return literal(value);
  }
};
