import {
  type DataShape,
  type Model,
  type ServiceShape,
  type ShapeId,
  nameOf,
} from "../model/model.js";
import type { Closure } from "./closure.js";
import { sdkIdOf } from "./service.js";
import { declarationName, pascalCase } from "../typescript/names.js";

/** What things are called in the generated packages. */
export interface Names {
  /** `Wickr`: from the service's `sdkId`, else from its shape name. The aggregated client bears it. */
  readonly service: string;
  /** `WickrClient`. */
  readonly client: string;
  /** `WickrServiceException`. */
  readonly exception: string;
  /** The type that stands for a structure, union or enum; unique in the package. */
  readonly type: (id: ShapeId) => string;
}

/** Gives every shape of a closure a name that no other declaration of the package has. */
export const namesOf = (model: Model, service: ServiceShape, closure: Closure): Names => {
  const base = serviceName(service);
  const client = `${base}Client`;
  const exception = `${base}ServiceException`;
  const taken = new Set<string>([
    base,
    client,
    `${client}Config`,
    `${client}ResolvedConfig`,
    exception,
    "ServiceInputTypes",
    "ServiceOutputTypes",
  ]);
  for (const operation of closure.operations) {
    const name = nameOf(operation.id);
    for (const suffix of ["Command", "CommandInput", "CommandOutput"]) taken.add(name + suffix);
  }
  const types = new Map<ShapeId, string>();
  for (const shape of closure.shapes) {
    if (!isDeclared(shape)) continue;
    let name = declarationName(pascalFirst(service.rename.get(shape.id) ?? nameOf(shape.id)));
    while (taken.has(name)) name = `_${name}`;
    taken.add(name);
    types.set(shape.id, name);
  }
  return {
    service: base,
    client,
    exception,
    type: (id) => {
      const name = types.get(id);
      if (name === undefined)
        throw new Error(`No type is declared for ${id} in ${model.shapes.size} shapes.`);
      return name;
    },
  };
};

/** Whether a shape becomes a declaration of its own; the others are written out where they are used. */
export const isDeclared = (shape: DataShape): boolean =>
  shape.type === "structure" ||
  shape.type === "union" ||
  shape.type === "enum" ||
  shape.type === "intEnum";

const serviceName = (service: ServiceShape): string => {
  const name = pascalCase(sdkIdOf(service) ?? nameOf(service.id));
  return declarationName(/^[A-Za-z]/.test(name) ? name : `_${name}`);
};

/** Shapes may begin in lower case; types do not. */
const pascalFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
