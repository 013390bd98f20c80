import { httpOf, structure } from "../../facts/bindings.js";
import { isStream } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { shapesThatReach } from "../../facts/reach.js";
import { literal } from "../../typescript/names.js";
import { type OperationShape, dataShapeOf, nameOf } from "../../model/model.js";
import { examplesOf } from "../../facts/examples.js";
import { docComment, docOf } from "../../typescript/documentation.js";
import type { PlannedFile } from "../../plan/file.js";
import { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../../plan/packages.js";
import { typedLiteral } from "../../plan/typed-literal.js";
import { errorsOf, validationReport } from "./errors.js";
import type { SchemaShapes } from "./schema-shapes.js";
import { schemaConstant } from "./schema.js";
import { moreSpecificUris } from "./uris.js";

/** The constant that holds an operation. */
export const operationConstant = (operation: OperationShape): string =>
  `${nameOf(operation.id)}Operation`;

/** The module of one operation: all that a server must know of it, and nothing of the others. */
export const planOperation = (
  facts: Facts,
  shapes: SchemaShapes,
  operation: OperationShape,
): PlannedFile => {
  const { model, scope } = facts;
  const imports = new Imports();
  const name = nameOf(operation.id);
  const client = `${scope}/client`;
  const schema = (id: string) =>
    imports.value(schemaConstant(shapes, id), `../schemas/${shapes.name(id)}.js`);
  imports.type("OperationSchema", `${RUNTIME}/mock`);
  const http = httpOf(operation);
  const yieldsTo = moreSpecificUris(facts, operation);
  return {
    path: `mock/src/operations/${name}.ts`,
    template: "mock/operation",
    plan: {
      doc: docComment([docOf(operation)]),
      constant: operationConstant(operation),
      input: imports.type(`${name}CommandInput`, client),
      output: imports.type(`${name}CommandOutput`, client),
      name: literal(name),
      method: literal(http.method),
      uri: literal(http.uri),
      yieldsTo: yieldsTo.length > 0 ? literal(yieldsTo) : undefined,
      status: literal(http.code),
      inputSchema: structure(model, operation.input) && schema(operation.input),
      outputSchema: structure(model, operation.output) && schema(operation.output),
      errors: errorsOf(facts, operation).map(({ id }) => schema(id)),
      validation: validationReport(facts, operation),
      example: exampleLiteral(facts, operation),
      imports: imports.list(),
    },
  };
};

/**
 * The output of the first example that succeeds. Big decimals and streams of events have no literal:
 * outputs that hold one are left out.
 */
const exampleLiteral = ({ model }: Facts, operation: OperationShape): string | undefined => {
  const example = examplesOf(model, operation).find(({ error }) => error === undefined);
  if (!example || !structure(model, operation.output)) return undefined;
  const holders = shapesThatReach(model, [operation.output], (id) => {
    const shape = dataShapeOf(model, id);
    return shape.type === "bigDecimal" || (shape.type === "union" && isStream(shape));
  });
  return holders.has(operation.output)
    ? undefined
    : typedLiteral(model, operation.output, example.output ?? {});
};
