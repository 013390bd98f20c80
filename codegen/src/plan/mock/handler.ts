import { commandSymbols } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { handlerSymbol, operationSymbol } from "../../layout/mock.js";
import { type OperationShape, nameOf } from "../../model/model.js";
import { documentation, tag } from "../../typescript/documentation.js";
import { imported } from "../../typescript/symbols.js";

/** The module of one operation's handler. */
export const planHandler = (operation: OperationShape): PlannedFile => {
  const name = nameOf(operation.id);
  const { input, output } = commandSymbols(operation);
  const handler = handlerSymbol(operation);
  return {
    path: `mock/src/handlers/${name}.ts`,
    template: "mock/handler",
    declares: [handler.name],
    plan: {
      documentation: documentation(
        [`Makes a handler of msw that answers \`${name}\`.`],
        [
          tag(
            "param",
            "answer - A function that gets the decoded input, an output, or an error. Default: the model's example.",
          ),
        ],
      ),
      handler: handler.name,
      httpHandler: imported("HttpHandler", "msw"),
      operation: operationSymbol(operation),
      input,
      output,
    },
  };
};
