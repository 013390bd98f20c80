import { walk } from "../facts/reach.js";
import { operationsOf } from "../facts/shapes.js";
import type { Model, OperationShape, ServiceShape, Shape, ShapeId } from "../model/model.js";
import type { Problem } from "../model/problem.js";
import { isSuppressed } from "./suppressions.js";

/** What a rule sees of a model, and where it reports to. */
export interface Scope {
  readonly model: Model;
  /** The shapes to check: all but Smithy's own, and but those that only other services use. */
  readonly shapes: readonly Shape[];
  readonly services: readonly ServiceScope[];
  /** Reports an error about a shape or member; the trait tells the file where an `apply` gave it. */
  readonly error: (on: ShapeId, message: string, trait?: ShapeId) => void;
  readonly warning: (on: ShapeId, message: string, trait?: ShapeId) => void;
  /** An error, unless the model suppresses what Smithy's validator calls `event`: then a warning. */
  readonly errorUnlessSuppressed: (
    event: string,
    on: ShapeId,
    message: string,
    trait?: ShapeId,
  ) => void;
}

/** A service to check, with what it reaches. */
export interface ServiceScope {
  readonly service: ServiceShape;
  readonly operations: readonly OperationShape[];
  /** Everything in reach, the service too, Smithy's own shapes not. */
  readonly closure: readonly Shape[];
}

/** Checks one thing about a model. Rules bear with anything that other rules complain about. */
export type Rule = (scope: Scope) => void;

/** The scope of one service of a model, or of all of it. */
export const scopeOf = (
  model: Model,
  serviceId: ShapeId | undefined,
  problems: Problem[],
): Scope => {
  const all = [...model.shapes.values()].filter((shape) => shape.file !== "prelude");
  const scopes = all
    .filter((shape) => shape.type === "service")
    .map((service) => serviceScope(model, service));
  const chosen = scopes.filter(
    ({ service }) => serviceId === undefined || service.id === serviceId,
  );
  const others = scopes.filter((scope) => !chosen.includes(scope));
  const inside = new Set(chosen.flatMap(({ closure }) => closure));
  const outside = new Set(others.flatMap(({ closure }) => closure));
  const report =
    (severity: Problem["severity"]): Scope["error"] =>
    (on, message, trait) => {
      const [shapeId = ""] = on.split("$");
      const applied = trait === undefined ? undefined : model.traitFiles?.get(on)?.get(trait);
      const file = applied ?? model.shapes.get(shapeId)?.file ?? "";
      problems.push({ file, shape: on, severity, message });
    };
  const error = report("error");
  const warning = report("warning");
  return {
    model,
    shapes: all.filter((shape) => inside.has(shape) || !outside.has(shape)),
    services: chosen,
    error,
    warning,
    errorUnlessSuppressed: (event, on, message, trait) =>
      (isSuppressed(model, on, event) ? warning : error)(on, message, trait),
  };
};

const serviceScope = (model: Model, service: ServiceShape): ServiceScope => {
  const closure = walk(
    model,
    [service.id],
    ({ target, property }) => property !== "rename" && model.shapes.get(target)?.file !== "prelude",
  );
  return { service, closure, operations: operationsOf(closure) };
};
