import { responseBindings, structure } from "../../knowledge/bindings.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { reachableFrom } from "../../knowledge/reach.js";
import { type OperationShape, type ShapeId, dataShapeOf } from "../../model/model.js";

/** Whether JSON text of the shapes may hold numbers that a double cannot. */
export const holdsBigNumbers = (knowledge: Knowledge, ids: readonly ShapeId[]): boolean =>
  [...reachableFrom(knowledge.model, ids)].some((id) => {
    const { type } = dataShapeOf(knowledge.model, id);
    return type === "bigInteger" || type === "bigDecimal";
  });

/** Whether an operation's responses are parsed so that no digit is lost. */
export const readsExactly = (knowledge: Knowledge, operation: OperationShape): boolean =>
  holdsBigNumbers(knowledge, bodiesOf(knowledge, operation).flatMap(targetsOf(knowledge)));

/**
 * The shapes that come from documents in which numbers are parsed exactly. There, numbers that a
 * double does not hold arrive in another form, whatever the model says of their member.
 */
export const exactShapes = (knowledge: Knowledge): ReadonlySet<ShapeId> => {
  let shapes = known.get(knowledge);
  if (shapes === undefined) {
    const bodies = knowledge.operations
      .filter((operation) => readsExactly(knowledge, operation))
      .flatMap((operation) => bodiesOf(knowledge, operation));
    const targets = bodies.flatMap(targetsOf(knowledge));
    shapes = new Set([...bodies, ...reachableFrom(knowledge.model, targets)]);
    known.set(knowledge, shapes);
  }
  return shapes;
};

const known = new WeakMap<Knowledge, ReadonlySet<ShapeId>>();

/** The structures that responses of the operation are read as. */
const bodiesOf = ({ service }: Knowledge, operation: OperationShape): ShapeId[] => [
  operation.output,
  ...operation.errors,
  ...service.errors,
];

/** What the members of a structure target that travel in the body. */
const targetsOf =
  ({ model }: Knowledge) =>
  (id: ShapeId): ShapeId[] => {
    const { body, payload } = responseBindings(structure(model, id));
    return [...body, ...(payload ? [payload] : [])].map(({ target }) => target);
  };
