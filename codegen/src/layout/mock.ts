import { type OperationShape, nameOf } from "../model/model.js";
import { camelCase } from "../typescript/names.js";
import { type ImportSymbol, symbolOf } from "../typescript/symbols.js";

// Where the things of the mock package are declared, and what they are called.

/** The constant that holds all that a server must know of an operation. */
export const operationSymbol = (operation: OperationShape): ImportSymbol => {
  const name = nameOf(operation.id);
  return symbolOf(`${name}Operation`, `mock/src/operations/${name}.ts`);
};

/** The function that makes a handler of one operation. */
export const handlerSymbol = (operation: OperationShape): ImportSymbol => {
  const name = nameOf(operation.id);
  return symbolOf(`${camelCase(name)}Handler`, `mock/src/handlers/${name}.ts`);
};

/** The constant that holds a shape's schema, by the name that the shape has among the schemas. */
export const schemaSymbol = (name: string): ImportSymbol =>
  symbolOf(`${name}Shape`, `mock/src/schemas/${name}.ts`);
