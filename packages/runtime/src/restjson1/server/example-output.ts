import type { OperationSchema } from "./schema.js";
import { smallestStructure } from "./smallest.js";

/** What an operation answers if nobody said otherwise: the model's example, else the smallest output there is. */
export const exampleOutput = (operation: OperationSchema): object =>
  operation.example?.() ?? (operation.output ? smallestStructure(operation.output) : {});
