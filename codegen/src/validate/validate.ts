import type { Model, ShapeId } from "../model/model.js";
import { hasErrors, sortProblems, type Problem } from "../model/problem.js";
import { auth } from "./rules/auth.js";
import { checksums } from "./rules/checksums.js";
import { closureNames } from "./rules/closure-names.js";
import { constraints } from "./rules/constraints.js";
import { defaults } from "./rules/defaults.js";
import { endpointRules } from "./rules/endpoint-rules.js";
import { enums } from "./rules/enums.js";
import { examples } from "./rules/examples.js";
import { hostPrefix } from "./rules/host-prefix.js";
import { httpBindings } from "./rules/http-bindings.js";
import { httpLabels } from "./rules/http-labels.js";
import { httpRoutes } from "./rules/http-routes.js";
import { httpTrait } from "./rules/http-trait.js";
import { members } from "./rules/members.js";
import { pagination } from "./rules/pagination.js";
import { protocolTests } from "./rules/protocol-tests.js";
import { recursion } from "./rules/recursion.js";
import { targets } from "./rules/targets.js";
import { traitPlaces } from "./rules/trait-places.js";
import { traitValues } from "./rules/trait-values.js";
import { waiterRule, type JmespathCheck } from "./rules/waiters.js";
import { scopeOf, type Rule } from "./scope.js";

const RULES: readonly Rule[] = [
  auth,
  checksums,
  closureNames,
  constraints,
  defaults,
  endpointRules,
  enums,
  examples,
  hostPrefix,
  httpBindings,
  httpLabels,
  httpRoutes,
  httpTrait,
  members,
  pagination,
  protocolTests,
  recursion,
  traitPlaces,
  traitValues,
];

/** How strict to be, and with which help. */
export interface ValidateOptions {
  /** Checks the JMESPath expressions of waiters; without it they are not checked. */
  readonly jmespath?: JmespathCheck;
  /** Examples with members that their shapes do not have are warnings instead of errors. */
  readonly allowUnknownExampleMembers?: boolean;
}

/**
 * All that is wrong with a model, of one service or of all of them. A model without errors can be
 * relied on: everything that is referred to is there and of the right kind.
 */
export const validateModel = (
  model: Model,
  serviceId?: ShapeId,
  { jmespath = () => ({}), allowUnknownExampleMembers = false }: ValidateOptions = {},
): Problem[] => {
  const problems: Problem[] = [];
  const scope = scopeOf(model, serviceId, problems, allowUnknownExampleMembers);
  targets(scope);
  // Expressions are checked along targets, so these have to be there.
  const waiters = waiterRule(hasErrors(problems) ? () => ({}) : jmespath);
  for (const rule of [...RULES, waiters]) rule(scope);
  return sortProblems(problems);
};
