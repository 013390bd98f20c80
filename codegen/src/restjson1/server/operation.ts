import { httpOf, structure } from "../../facts/bindings.js";
import { isStream } from "../../facts/event-streams.js";
import { examplesOf } from "../../facts/examples.js";
import type { Facts } from "../../facts/facts.js";
import { shapesThatReach } from "../../facts/reach.js";
import { commandSymbols } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { operationSymbol } from "../../layout/mock.js";
import { typedLiteral } from "../../layout/typed-literal.js";
import { docOf } from "../../layout/types.js";
import { type OperationShape, dataShapeOf, nameOf } from "../../model/model.js";
import { documentation } from "../../typescript/documentation.js";
import { type Expression, arrow } from "../../typescript/tree.js";
import { errorsOf, validationReport } from "./errors.js";
import { type SchemaShapes, schemaOf } from "./schema-shapes.js";
import { type Routes, moreSpecificUris } from "./uris.js";

/** The module of one operation: all that a server must know of it, and nothing of the others. */
export const planOperation = (
  facts: Facts,
  shapes: SchemaShapes,
  routes: Routes,
  operation: OperationShape,
): PlannedFile => {
  const { model } = facts;
  const { input, output } = commandSymbols(operation);
  const symbol = operationSymbol(operation);
  const http = httpOf(operation);
  const yieldsTo = moreSpecificUris(routes, operation);
  return {
    path: `mock/src/operations/${nameOf(operation.id)}.ts`,
    template: "mock/operation",
    declares: [symbol.name],
    plan: {
      documentation: documentation([docOf(operation)]),
      constant: symbol.name,
      input,
      output,
      name: nameOf(operation.id),
      method: http.method,
      uri: http.uri,
      yieldsTo: yieldsTo.length > 0 && yieldsTo,
      status: http.code,
      inputSchema: structure(model, operation.input) && schemaOf(shapes, operation.input),
      outputSchema: structure(model, operation.output) && schemaOf(shapes, operation.output),
      errors: errorsOf(facts, operation).map(({ id }) => schemaOf(shapes, id)),
      validation: validationReport(facts, operation),
      example: exampleOf(facts, operation),
    },
  };
};

/**
 * The output of the first example that succeeds. Big decimals and streams of events have no literal:
 * outputs that hold one are left out.
 */
const exampleOf = ({ model }: Facts, operation: OperationShape): Expression | undefined => {
  const example = examplesOf(model, operation).find(({ error }) => error === undefined);
  if (!example || !structure(model, operation.output)) return undefined;
  const holders = shapesThatReach(model, [operation.output], (id) => {
    const shape = dataShapeOf(model, id);
    return shape.type === "bigDecimal" || (shape.type === "union" && isStream(shape));
  });
  return holders.has(operation.output)
    ? undefined
    : arrow([], typedLiteral(model, operation.output, example.output ?? {}));
};
