import { nameOf, type Shape } from "../../model/model.js";
import type { Rule } from "../scope.js";

/** Types that code has a name for; the others may share one. */
const NAMED: ReadonlySet<Shape["type"]> = new Set([
  "structure",
  "union",
  "enum",
  "intEnum",
  "operation",
]);

/** Within a service no two shapes have the same name, also not in another case, after renames. */
export const closureNames: Rule = ({ model, services, errorUnlessSuppressed, warning }) => {
  for (const { service, closure } of services) {
    const byName = new Map<string, Shape[]>();
    for (const shape of closure) {
      if (shape === service) continue;
      const name = (service.rename.get(shape.id) ?? nameOf(shape.id)).toLowerCase();
      const others = byName.get(name);
      if (!others) {
        byName.set(name, [shape]);
        continue;
      }
      for (const other of others) {
        const message = `found the same name as ${other.id} in service ${service.id}, expected another one, or a "rename" in the service`;
        if (NAMED.has(shape.type) && NAMED.has(other.type))
          errorUnlessSuppressed("Service", shape.id, message);
        else warning(shape.id, message);
      }
      others.push(shape);
    }
    for (const id of service.rename.keys()) {
      if (model.shapes.has(id) && !closure.some((shape) => shape.id === id))
        warning(service.id, `found a "rename" of ${id}, which the service does not use`);
    }
  }
};
