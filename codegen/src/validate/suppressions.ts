import { isObject, property } from "../model/json.js";
import { namespaceOf, type Json, type Model, type ShapeId } from "../model/model.js";
import { trait } from "../model/traits.js";

/**
 * Whether the authors of the model know of a problem and live with it: by `suppress` on the shape, or
 * for its namespace in the metadata. `event` is what Smithy's own validator calls the problem.
 */
export const isSuppressed = (model: Model, on: ShapeId, event: string): boolean => {
  const shape = model.shapes.get(on.split("$")[0] ?? "");
  const onShape = shape && trait(shape, "suppress");
  if (listOf(onShape).some((id) => covers(id, event))) return true;
  return listOf(model.metadata?.get("suppressions")).some((entry) => {
    if (!isObject(entry) || !covers(property(entry, "id"), event)) return false;
    const namespace = property(entry, "namespace");
    return namespace === "*" || namespace === namespaceOf(on);
  });
};

const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as Json[]) : [];

/** `HttpUriConflict` stands for all of its parts, such as `HttpUriConflict.Label`. */
const covers = (id: Json | undefined, event: string): boolean =>
  typeof id === "string" && (id === event || event.startsWith(`${id}.`));
