import { responseBindings, structure } from "../../facts/bindings.js";
import { errorIdsOf } from "../../facts/errors.js";
import type { Facts } from "../../facts/facts.js";
import { reachableFrom } from "../../facts/reach.js";
import { type OperationShape, type ShapeId, dataShapeOf } from "../../model/model.js";

/** Whether JSON text of the shapes may hold numbers that a double cannot. */
export const holdsBigNumbers = (facts: Facts, ids: readonly ShapeId[]): boolean =>
  [...reachableFrom(facts.model, ids)].some((id) => {
    const { type } = dataShapeOf(facts.model, id);
    return type === "bigInteger" || type === "bigDecimal";
  });

/** Whether an operation's responses are parsed so that no digit is lost. */
export const readsExactly = (facts: Facts, operation: OperationShape): boolean =>
  holdsBigNumbers(facts, bodiesOf(facts, operation).flatMap(targetsOf(facts)));

/**
 * The shapes that come from documents in which numbers are parsed exactly. There, numbers that a
 * double does not hold arrive in another form, whatever the model says of their member.
 */
export const exactShapes = (facts: Facts): ReadonlySet<ShapeId> => {
  let shapes = known.get(facts);
  if (shapes === undefined) {
    const bodies = facts.operations
      .filter((operation) => readsExactly(facts, operation))
      .flatMap((operation) => bodiesOf(facts, operation));
    const targets = bodies.flatMap(targetsOf(facts));
    shapes = new Set([...bodies, ...reachableFrom(facts.model, targets)]);
    known.set(facts, shapes);
  }
  return shapes;
};

const known = new WeakMap<Facts, ReadonlySet<ShapeId>>();

/** The structures that responses of the operation are read as. */
const bodiesOf = ({ service }: Facts, operation: OperationShape): ShapeId[] => [
  operation.output,
  ...errorIdsOf(service, operation),
];

/** What the members of a structure target that travel in the body. */
const targetsOf =
  ({ model }: Facts) =>
  (id: ShapeId): ShapeId[] => {
    const { body, payload } = responseBindings(structure(model, id));
    return [...body, ...(payload ? [payload] : [])].map(({ target }) => target);
  };
