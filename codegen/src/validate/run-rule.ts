import type { Shape } from "../model/model.js";
import type { Rule, Scope } from "./scope.js";

/** Runs a rule. Where it fails, by a fault of its own, that is reported at the shape it fails at. */
export const runRule = (rule: Rule, scope: Scope): void => {
  try {
    rule(scope);
  } catch (error) {
    const shape = shapeItFailsAt(rule, scope);
    const reason = error instanceof Error ? error.message : String(error);
    scope.error(
      shape?.id ?? scope.services[0]?.service.id ?? "",
      `cannot be checked by the rule "${rule.name}", which fails: ${reason}`,
    );
  }
};

const shapeItFailsAt = (rule: Rule, scope: Scope): Shape | undefined =>
  scope.shapes.find((shape) => fails(rule, narrowed(scope, shape)));

const fails = (rule: Rule, scope: Scope): boolean => {
  try {
    rule(scope);
    return false;
  } catch {
    return true;
  }
};

/** The scope of one shape, which reports nothing. */
const narrowed = (scope: Scope, shape: Shape): Scope => ({
  ...scope,
  shapes: [shape],
  services: scope.services
    .filter(({ closure }) => closure.includes(shape))
    .map(({ service }) => ({
      service,
      operations: shape.type === "operation" ? [shape] : [],
      closure: [shape],
    })),
  error: () => undefined,
  warning: () => undefined,
  errorUnlessSuppressed: () => undefined,
});
