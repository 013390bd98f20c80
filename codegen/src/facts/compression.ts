import { isObject, property } from "../model/json.js";
import type { Json, OperationShape } from "../model/model.js";
import { trait } from "../model/traits.js";

/** The encodings in which the operation takes bodies, the preferred first. */
export const requestEncodingsOf = (operation: OperationShape): readonly string[] => {
  const compression = trait(operation, "requestCompression");
  const encodings = isObject(compression) ? property(compression, "encodings") : undefined;
  return Array.isArray(encodings)
    ? (encodings as readonly Json[]).filter((name) => typeof name === "string")
    : [];
};
