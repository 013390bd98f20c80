import { httpOf } from "../../facts/bindings.js";
import { isDeclared } from "../../facts/names.js";
import { type OperationShape, type ShapeId, namespaceOf } from "../../model/model.js";
import type { Comparison, Rule } from "../comparison.js";
import { ADDITIVE, BREAKING, PATCH } from "../impact.js";
import { typeNameOf } from "../side.js";
import { code, fromTo, named } from "../wording.js";

/** Operations that are new or gone, with their inputs and outputs. */
export const addedAndRemovedOperations: Rule = ({ operations, report }) => {
  for (const operation of operations.removed)
    report("RemovedOperation", operation.id, `operation removed (${route(operation)})`, BREAKING);

  for (const operation of operations.added)
    report("AddedOperation", operation.id, `operation added (${route(operation)})`, ADDITIVE);
};

const route = (operation: OperationShape): string => {
  const { method, uri } = httpOf(operation);
  return code(`${method} ${uri}`);
};

/** Exported types that are new or gone. Lists, maps and simple shapes have no type of their own. */
export const addedAndRemovedShapes: Rule = ({ operations, shapes, report }) => {
  const inputsAndOutputs = (of: readonly OperationShape[]): Set<ShapeId> =>
    new Set(of.flatMap(({ input, output }) => [input, output]));
  const gone = inputsAndOutputs(operations.removed);
  const fresh = inputsAndOutputs(operations.added);
  for (const shape of shapes.removed) {
    if (!isDeclared(shape) || gone.has(shape.id)) continue;
    report("RemovedShape", shape.id, `${shape.type} removed from the service`, BREAKING);
  }
  for (const shape of shapes.added) {
    if (!isDeclared(shape) || fresh.has(shape.id)) continue;
    report("AddedShape", shape.id, `${shape.type} added to the service`, ADDITIVE);
  }
};

/** A shape of another type under the same id. */
export const changedShapeTypes: Rule = ({ shapes, report }) => {
  for (const { before, after } of shapes.both) {
    if (before.type === after.type) continue;
    report(
      "ChangedShapeType",
      after.id,
      `type changed ${fromTo(before.type, after.type)}`,
      BREAKING,
    );
  }
};

/** Shapes whose generated name is another one, as by `rename` of the service. */
export const changedShapeNames: Rule = ({ before, after, shapes, report }) => {
  for (const pair of shapes.both) {
    const was = typeNameOf(before, pair.before);
    const is = typeNameOf(after, pair.after);
    if (was === undefined || is === undefined || was === is) continue;
    report("ServiceRename", pair.after.id, `its name changed ${fromTo(was, is)}`, BREAKING);
  }
};

/** Shapes in another namespace: nothing that is generated names it. */
export const movedShapes: Rule = (comparison) => {
  const { services, operations, shapes, report } = comparison;
  for (const { before, after } of [services, ...operations.both, ...shapes.both]) {
    const was = namespaceOf(before.id);
    const is = namespaceOf(after.id);
    if (was === is) continue;
    report("MovedShape", after.id, `moved ${fromTo(was, is)}`, PATCH);
  }
};

/** Where operations take or give another structure. */
export const changedInputsAndOutputs: Rule = (comparison) => {
  for (const { before, after } of comparison.operations.both) {
    changedStructure(comparison, "Input", after.id, before.input, after.input);
    changedStructure(comparison, "Output", after.id, before.output, after.output);
  }
};

const UNIT = "smithy.api#Unit";

const changedStructure = (
  { after, same, report }: Comparison,
  which: "Input" | "Output",
  on: ShapeId,
  was: ShapeId,
  is: ShapeId,
): void => {
  if (same(was, is)) return;
  const what = which.toLowerCase();
  if (is === UNIT) {
    report(`RemovedOperation${which}`, on, `${what} ${named(was)} removed`, BREAKING);
  } else if (was === UNIT) {
    const shape = after.model.shapes.get(is);
    const members = shape?.type === "structure" ? [...shape.members.values()] : [];
    const isFree =
      which === "Output" || !members.some(({ traits }) => "smithy.api#required" in traits);
    report(
      `AddedOperation${which}`,
      on,
      `${what} ${named(is)} added${isFree ? "" : ", with required members"}`,
      isFree ? ADDITIVE : BREAKING,
    );
  } else {
    report(
      `ChangedOperation${which}`,
      on,
      `${what} changed from ${named(was)} to ${named(is)}`,
      BREAKING,
    );
  }
};
