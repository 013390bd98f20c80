import type { Facts } from "../../facts/facts.js";
import { camelCase } from "../../typescript/names.js";
import { type OperationShape, nameOf } from "../../model/model.js";
import { docComment } from "../../typescript/documentation.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../packages.js";
import { operationConstant } from "../../restjson1/server/operation.js";

/** The function that makes a handler of one operation. */
export const handlerName = (operation: OperationShape): string =>
  `${camelCase(nameOf(operation.id))}Handler`;

/** The module of one operation's handler. */
export const planHandler = (facts: Facts, operation: OperationShape): PlannedFile => {
  const imports = new Imports();
  const name = nameOf(operation.id);
  const client = `${facts.scope}/client`;
  imports.type("HttpHandler", "msw");
  imports.type("HandlerAnswer", `${RUNTIME}/mock/msw`);
  imports.type("HandlerOptions", `${RUNTIME}/mock/msw`);
  imports.value("handleOperation", `${RUNTIME}/mock/msw`);
  return {
    path: `mock/src/handlers/${name}.ts`,
    template: "mock/handler",
    plan: {
      doc: docComment(
        [`Makes a handler of msw that answers \`${name}\`.`],
        [
          "@param answer - A function that gets the decoded input, an output, or an error. Default: the model's example.",
        ],
      ),
      handler: handlerName(operation),
      operation: imports.value(operationConstant(operation), `../operations/${name}.js`),
      input: imports.type(`${name}CommandInput`, client),
      output: imports.type(`${name}CommandOutput`, client),
      imports: imports.list(),
    },
  };
};
