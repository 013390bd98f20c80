import { EXAMPLES, mistakesInExamples } from "../../facts/examples.js";
import { operationsOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";

/** Examples fit the operation they are for. One that does not is documentation that is left out. */
export const examples: Rule = ({ model, shapes, warning }) => {
  for (const operation of operationsOf(shapes)) {
    for (const mistake of mistakesInExamples(model, operation))
      warning(operation.id, `${mistake}; the example is left out`, EXAMPLES);
  }
};
