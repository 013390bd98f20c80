import type { Model, ShapeId } from "../model/model.js";
import { hasErrors, sortProblems, type Problem } from "../model/problem.js";
import { auth } from "./rules/auth.js";
import { checksums } from "./rules/checksums.js";
import { closureNames } from "./rules/closure-names.js";
import { constraints } from "./rules/constraints.js";
import { defaults } from "./rules/defaults.js";
import { endpointRules } from "./rules/endpoint-rules.js";
import { endpointTests } from "./rules/endpoint-tests.js";
import { enums } from "./rules/enums.js";
import { examples } from "./rules/examples.js";
import { hostPrefix } from "./rules/host-prefix.js";
import { httpBindings } from "./rules/http-bindings.js";
import { httpLabels } from "./rules/http-labels.js";
import { httpRoutes } from "./rules/http-routes.js";
import { httpTrait } from "./rules/http-trait.js";
import { inputsAndOutputs } from "./rules/inputs-and-outputs.js";
import { members } from "./rules/members.js";
import { pagination } from "./rules/pagination.js";
import { protocolTests } from "./rules/protocol-tests.js";
import { recursion } from "./rules/recursion.js";
import { targets } from "./rules/targets.js";
import { traitConflicts } from "./rules/trait-conflicts.js";
import { traitPlaces } from "./rules/trait-places.js";
import { traitValues } from "./rules/trait-values.js";
import { confirmedAcceptors } from "./rules/confirmed-acceptors.js";
import { waiterPaths } from "./rules/waiter-paths.js";
import { waiters } from "./rules/waiters.js";
import { runRule } from "./run-rule.js";
import { scopeOf, type Rule } from "./scope.js";

const RULES: readonly Rule[] = [
  auth,
  checksums,
  closureNames,
  constraints,
  defaults,
  endpointRules,
  endpointTests,
  enums,
  examples,
  hostPrefix,
  httpBindings,
  httpLabels,
  httpRoutes,
  httpTrait,
  inputsAndOutputs,
  members,
  pagination,
  protocolTests,
  recursion,
  traitConflicts,
  traitPlaces,
  traitValues,
  waiters,
  confirmedAcceptors,
];

/** References that lead nowhere, or to shapes of another kind: without them, shapes can be looked up. */
export const wrongTargets = (model: Model, serviceId?: ShapeId): Problem[] => {
  const problems: Problem[] = [];
  runRule(targets, scopeOf(model, serviceId, problems));
  return sortProblems(problems);
};

/**
 * All that is wrong with a model, of one service or of all of them. A model without errors can be
 * relied on: everything that is referred to is there and of the right kind.
 */
export const validateModel = (model: Model, serviceId?: ShapeId): Problem[] => {
  const problems: Problem[] = [];
  const scope = scopeOf(model, serviceId, problems);
  runRule(targets, scope);
  // Expressions are checked along targets, so these have to be there.
  const rules = hasErrors(problems) ? RULES : [...RULES, waiterPaths];
  for (const rule of rules) runRule(rule, scope);
  return sortProblems(problems);
};
