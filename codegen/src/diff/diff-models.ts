import { type Model, type ServiceShape, type ShapeId, shapeOf } from "../model/model.js";
import { type Change, sortChanges } from "./change.js";
import { compare, type Rule } from "./comparison.js";
import { changedAuth } from "./rules/auth.js";
import { changedBounds, changedPatterns, changedUniqueItems } from "./rules/constraints.js";
import { changedDefaults } from "./rules/defaults.js";
import { changedDeprecations } from "./rules/deprecation.js";
import { changedDocumentation } from "./rules/documentation.js";
import { changedEndpoints } from "./rules/endpoints.js";
import { changedEnums, changedEnumTraits } from "./rules/enums.js";
import { changedErrors } from "./rules/errors.js";
import { changedFixedTraits } from "./rules/fixed-traits.js";
import { changedHttpBindings } from "./rules/http-bindings.js";
import { changedHttp } from "./rules/http.js";
import { changedMemberTargets } from "./rules/member-targets.js";
import { addedAndRemovedMembers, changedMemberOrder, changedNullability } from "./rules/members.js";
import { changedOtherTraits } from "./rules/other-traits.js";
import { changedPagination } from "./rules/pagination.js";
import { changedService } from "./rules/service.js";
import {
  addedAndRemovedOperations,
  addedAndRemovedShapes,
  changedInputsAndOutputs,
  changedShapeNames,
  changedShapeTypes,
  movedShapes,
} from "./rules/shapes.js";
import { changedWaiters } from "./rules/waiters.js";

const RULES: readonly Rule[] = [
  addedAndRemovedMembers,
  addedAndRemovedOperations,
  addedAndRemovedShapes,
  changedAuth,
  changedBounds,
  changedDefaults,
  changedDeprecations,
  changedDocumentation,
  changedEndpoints,
  changedEnumTraits,
  changedEnums,
  changedErrors,
  changedFixedTraits,
  changedHttp,
  changedHttpBindings,
  changedInputsAndOutputs,
  changedMemberOrder,
  changedMemberTargets,
  changedNullability,
  changedOtherTraits,
  changedPagination,
  changedPatterns,
  changedService,
  changedShapeNames,
  changedShapeTypes,
  changedUniqueItems,
  changedWaiters,
  movedShapes,
];

/**
 * What changed for one service between two models, after the rules of Smithy's own diff evaluators.
 * Both models are valid. `serviceBefore` is needed only where the service itself has another id now.
 */
export const diffModels = (
  before: Model,
  after: Model,
  serviceId: ShapeId,
  serviceBefore: ShapeId = serviceId,
): Change[] => {
  const changes: Change[] = [];
  const services = {
    before: serviceOf(before, serviceBefore),
    after: serviceOf(after, serviceId),
  };
  const comparison = compare(before, after, services, changes);
  for (const rule of RULES) rule(comparison);
  return sortChanges(changes);
};

const serviceOf = (model: Model, id: ShapeId): ServiceShape => {
  const shape = shapeOf(model, id);
  if (shape.type !== "service")
    throw new Error(`Expected ${id} to be a service, found: ${shape.type}.`);
  return shape;
};
