import { endpointProblems } from "../endpoints/problems.js";
import { loadModel } from "../load/load.js";
import { omitOperations } from "../load/omit-operations.js";
import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import { type Problem, hasErrors, sortProblems } from "../model/problem.js";
import { chooseService } from "./choose-service.js";
import { unsupported } from "./unsupported.js";
import { validateModel } from "./validate.js";

/** A model, the service to generate for, and all that keeps it from being generated. */
export interface CheckedModel {
  readonly model: Model;
  readonly service: ServiceShape | undefined;
  readonly problems: Problem[];
}

/** Loads a model, chooses its service, and finds everything that keeps it from being generated. */
export const readModel = (
  paths: readonly string[],
  serviceId?: ShapeId,
  omit: readonly ShapeId[] = [],
): CheckedModel => {
  const loaded = loadModel(paths);
  const { model, problems } = omitOperations(loaded.model, omit);
  const { service, problems: choice } = chooseService(model, serviceId);
  const found = [...loaded.problems, ...problems, ...choice, ...validateModel(model, service?.id)];
  // What follows looks shapes up, so they must be there.
  if (service && !hasErrors(found))
    found.push(...unsupported(model, service.id), ...unsupportedRules(service));
  return { model, service, problems: sortProblems(found) };
};

/** What of the endpoint rules is refused. */
const unsupportedRules = (service: ServiceShape): Problem[] =>
  endpointProblems(service).map((message) => ({
    file: service.file,
    shape: service.id,
    severity: "error",
    message,
  }));
