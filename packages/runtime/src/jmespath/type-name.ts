/** What JMESPath calls the type of a value. */
export const typeName = (
  value: unknown,
): "array" | "boolean" | "null" | "number" | "object" | "string" => {
  if (value == null) return "null";
  if (Array.isArray(value)) return "array";
  switch (typeof value) {
    case "string":
      return "string";
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    default:
      return "object";
  }
};
