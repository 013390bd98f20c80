import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import type { Problem } from "../model/problem.js";
import { aType } from "./text.js";

/** The service to generate for: the one that is asked for, else the only one there is. */
export const chooseService = (
  model: Model,
  serviceId?: ShapeId,
): { readonly service?: ServiceShape; readonly problems: Problem[] } => {
  const services = [...model.shapes.values()].filter((shape) => shape.type === "service");
  const fail = (message: string) => ({
    problems: [{ file: "", shape: serviceId ?? "", severity: "error" as const, message }],
  });
  const found =
    services.length === 0
      ? "no service"
      : `the ${services.length === 1 ? "service" : "services"} ${services.map(({ id }) => id).join(", ")}`;
  if (serviceId !== undefined) {
    const service = services.find(({ id }) => id === serviceId);
    return service
      ? { service, problems: [] }
      : fail(`found ${describe(model, serviceId)}; the model has ${found}`);
  }
  const [only, ...others] = services;
  if (!only) return fail("found no service in the model, expected one");
  if (others.length > 0) return fail(`found ${found}, expected --service to choose one`);
  return { service: only, problems: [] };
};

const describe = (model: Model, id: ShapeId): string => {
  const shape = model.shapes.get(id);
  return shape ? `${aType(shape.type)}, expected a service` : `no service ${id}`;
};
