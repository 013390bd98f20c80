import type { DataShape, Model, OperationShape, ServiceShape } from "../model/model.js";
import { closureOf } from "./closure.js";
import { type Names, namesOf } from "./names.js";

/** What the plans ask about one service of a validated model. Computed once; templates never see it. */
export interface Facts {
  readonly model: Model;
  readonly service: ServiceShape;
  /** The service's operations, those of its resources included, sorted by name. */
  readonly operations: readonly OperationShape[];
  /** The data shapes that they reach, sorted by name. */
  readonly shapes: readonly DataShape[];
  readonly names: Names;
  /** The npm scope of the generated packages, such as `@wickr-admin`. */
  readonly scope: string;
}

/** Gathers it. */
export const factsOf = (model: Model, service: ServiceShape, scope: string): Facts => {
  const closure = closureOf(model, service);
  return { model, service, ...closure, names: namesOf(model, service, closure), scope };
};
