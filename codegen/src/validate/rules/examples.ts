import { isObject, property, type JsonObject } from "../../model/json.js";
import type { Json, OperationShape, ShapeId } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { operationsOf } from "../operation-members.js";
import type { Rule, Scope } from "../scope.js";
import { misfitsOf, type Misfit } from "../values.js";

const EXAMPLES = "smithy.api#examples";

/** Examples fit the operation they are for. */
export const examples: Rule = (scope) => {
  const serviceErrors = new Set(scope.services.flatMap(({ service }) => service.errors));
  for (const operation of operationsOf(scope.shapes)) {
    const value = trait(operation, EXAMPLES);
    if (!Array.isArray(value)) continue;
    for (const example of value as Json[]) {
      if (isObject(example)) checkExample(scope, operation, example, serviceErrors);
    }
  }
};

const checkExample = (
  { model, error, warning, allowsUnknownExampleMembers }: Scope,
  operation: OperationShape,
  example: JsonObject,
  serviceErrors: ReadonlySet<ShapeId>,
): void => {
  const at = `in example ${JSON.stringify(property(example, "title") ?? "")}`;
  const breaksConstraints = property(example, "allowConstraintErrors") === true;
  const check = (part: string, shape: ShapeId, value: Json, isInput: boolean): void => {
    for (const misfit of misfitsOf(model, shape, value)) {
      if (breaksConstraints && (misfit.kind === "constraint" || misfit.kind === "missing"))
        continue;
      // Services do leave out of responses what their models require.
      const isTolerable =
        (misfit.kind === "missing" && !isInput) ||
        (misfit.kind === "unknown" && allowsUnknownExampleMembers);
      (isTolerable ? warning : error)(
        operation.id,
        `${misfit.message}, at ${place(part, misfit)} ${at}`,
        EXAMPLES,
      );
    }
  };

  check("input", operation.input, property(example, "input") ?? {}, true);
  const output = property(example, "output");
  const failure = property(example, "error");
  if (output !== undefined && failure !== undefined) {
    error(operation.id, `found both "output" and "error" ${at}, expected one of them`, EXAMPLES);
  }
  if (output !== undefined) check("output", operation.output, output, false);
  if (!isObject(failure)) return;
  const shapeId = property(failure, "shapeId");
  if (typeof shapeId !== "string") return;
  if (!operation.errors.includes(shapeId) && !serviceErrors.has(shapeId)) {
    error(
      operation.id,
      `found error ${shapeId} ${at}, expected an error of the operation or its service`,
      EXAMPLES,
    );
    return;
  }
  check("error", shapeId, property(failure, "content") ?? {}, false);
};

/** Where a value stands: `input.user.names[0]`. */
export const place = (part: string, { path }: Misfit): string =>
  path === "" || path.startsWith("[") ? `${part}${path}` : `${part}.${path}`;
