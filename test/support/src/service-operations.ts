import {
  operationOf,
  shapeOf,
  type Model,
  type OperationShape,
  type ResourceShape,
  type ServiceShape,
  type ShapeId,
} from "@wickr-admin/codegen";

/** The operations that belong to a service, its resources' included, in the order of their ids. */
export const serviceOperations = (model: Model, service: ShapeId): OperationShape[] => {
  const ids = new Set<ShapeId>();
  collect(model, serviceOf(model, service), ids);
  return [...ids].sort().map((id) => operationOf(model, id));
};

/** The service of that id. */
export const serviceOf = (model: Model, id: ShapeId): ServiceShape => {
  const shape = shapeOf(model, id);
  if (shape.type !== "service") throw new Error(`${id} is no service.`);

  return shape;
};

const collect = (model: Model, owner: ServiceShape | ResourceShape, ids: Set<ShapeId>): void => {
  const own =
    owner.type === "service"
      ? owner.operations
      : [...owner.operations, ...owner.collectionOperations, ...Object.values(owner.lifecycle)];
  for (const id of own) ids.add(id);

  for (const id of owner.resources) collect(model, shapeOf(model, id) as ResourceShape, ids);
};
