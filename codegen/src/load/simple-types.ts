import type { SimpleType } from "../model/model.js";

/** The types of shapes that hold a single value, but for enums. */
export const SIMPLE_TYPES: readonly SimpleType[] = [
  "bigDecimal",
  "bigInteger",
  "blob",
  "boolean",
  "byte",
  "document",
  "double",
  "float",
  "integer",
  "long",
  "short",
  "string",
  "timestamp",
];
