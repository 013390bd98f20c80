import { isObject, property, type JsonObject } from "../model/json.js";
import type { Json, Model, OperationShape, ShapeId } from "../model/model.js";
import { trait } from "../model/traits.js";
import { type Misfit, misfitsOf, placeOf } from "./values.js";

/** The trait that gives an operation its examples. */
export const EXAMPLES = "smithy.api#examples";

/** An entry of the `examples` trait. */
export interface Example {
  readonly title: string;
  readonly documentation?: string;
  readonly input?: JsonObject;
  readonly output?: JsonObject;
  readonly error?: { readonly shapeId: ShapeId; readonly content?: JsonObject };
}

/** The examples of an operation that fit it, in the order of the model. Others teach nobody anything. */
export const examplesOf = (model: Model, operation: OperationShape): readonly Example[] =>
  checkedExamples(model, operation)
    .filter(({ mistakes }) => mistakes.length === 0)
    .map(({ example }) => example);

/** What is wrong with an operation's examples, one sentence each. */
export const mistakesInExamples = (model: Model, operation: OperationShape): readonly string[] =>
  checkedExamples(model, operation).flatMap(({ example, mistakes }) =>
    mistakes.map((mistake) => `${mistake} in example ${JSON.stringify(example.title)}`),
  );

interface Checked {
  readonly example: Example;
  readonly mistakes: readonly string[];
}

/** Examples that were checked before, by the model that their operation is of. */
const known = new WeakMap<Model, Map<OperationShape, readonly Checked[]>>();

const checkedExamples = (model: Model, operation: OperationShape): readonly Checked[] => {
  let ofModel = known.get(model);
  if (!ofModel) known.set(model, (ofModel = new Map()));
  let checked = ofModel.get(operation);
  if (!checked) {
    checked = entriesOf(operation).flatMap((entry) => {
      const example = exampleOf(entry);
      return example ? [{ example, mistakes: mistakesOf(model, operation, example) }] : [];
    });
    ofModel.set(operation, checked);
  }
  return checked;
};

/** An example as far as it is one, and whether its values may be ones that the service refuses. */
interface Entry extends Example {
  readonly allowsConstraintErrors: boolean;
}

const entriesOf = (operation: OperationShape): readonly Json[] => {
  const examples = trait(operation, EXAMPLES);
  return Array.isArray(examples) ? (examples as readonly Json[]) : [];
};

/** The entry; undefined where the trait's value is so malformed that another rule refuses it. */
const exampleOf = (entry: Json): Entry | undefined => {
  if (!isObject(entry)) return undefined;
  const title = property(entry, "title");
  const documentation = property(entry, "documentation");
  const input = property(entry, "input");
  const output = property(entry, "output");
  const error = property(entry, "error");
  const shapeId = isObject(error) ? property(error, "shapeId") : undefined;
  const content = isObject(error) ? property(error, "content") : undefined;
  return {
    title: typeof title === "string" ? title : "",
    ...(typeof documentation === "string" && { documentation }),
    ...(isObject(input) && { input }),
    ...(isObject(output) && { output }),
    ...(typeof shapeId === "string" && {
      error: { shapeId, ...(isObject(content) && { content }) },
    }),
    allowsConstraintErrors: property(entry, "allowConstraintErrors") === true,
  };
};

const mistakesOf = (model: Model, operation: OperationShape, example: Entry): string[] => {
  const { input = {}, output, error, allowsConstraintErrors } = example;
  const check = (part: string, shape: ShapeId, value: Json): string[] =>
    misfitsOf(model, shape, value)
      .filter(({ kind }) => !(allowsConstraintErrors && isOfConstraint(kind)))
      .map((misfit) => `${misfit.message}, at ${placeOf(part, misfit)}`);
  return [
    ...check("input", operation.input, input),
    ...(output ? check("output", operation.output, output) : []),
    ...(output && error ? ['found both "output" and "error", expected one of them,'] : []),
    ...(error ? errorMistakes(model, operation, error, check) : []),
  ];
};

const isOfConstraint = (kind: Misfit["kind"]): boolean =>
  kind === "constraint" || kind === "missing";

const errorMistakes = (
  model: Model,
  operation: OperationShape,
  { shapeId, content = {} }: NonNullable<Example["error"]>,
  check: (part: string, shape: ShapeId, value: Json) => string[],
): string[] =>
  isErrorOf(model, operation, shapeId)
    ? check("error", shapeId, content)
    : [`found error ${shapeId}, expected an error of the operation or its service,`];

/** Whether the operation, or a service, ends with that error. */
const isErrorOf = (model: Model, operation: OperationShape, id: ShapeId): boolean =>
  operation.errors.includes(id) ||
  [...model.shapes.values()].some((shape) => shape.type === "service" && shape.errors.includes(id));
