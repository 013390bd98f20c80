import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import type { Problem } from "../model/problem.js";

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
      : `the services ${services.map(({ id }) => id).join(", ")}`;
  if (serviceId !== undefined) {
    const service = services.find(({ id }) => id === serviceId);
    return service
      ? { service, problems: [] }
      : fail(`found ${found}, expected service ${serviceId}`);
  }
  const [only, ...others] = services;
  if (!only) return fail("found no service in the model, expected one");
  if (others.length > 0) return fail(`found ${found}, expected --service to choose one`);
  return { service: only, problems: [] };
};
