import { examplesOf } from "../facts/examples.js";
import type { Facts } from "../facts/facts.js";
import { isRequired } from "../facts/members.js";
import { typedLiteral } from "../layout/typed-literal.js";
import { type Json, type OperationShape, structureOf } from "../model/model.js";
import { type CodeLine, codeText } from "../typescript/documentation.js";
import { literalKey } from "../typescript/names.js";

/** Longer inputs take a line for each member. */
const ONE_LINE = 80;

/**
 * An input for the examples in documentation: that of the operation's first example without an error,
 * else one that names the required members.
 *
 * @param omitted - Members that are not to be shown.
 */
export const exampleInput = (
  { model }: Facts,
  operation: OperationShape,
  omitted: readonly (string | undefined)[] = [],
): CodeLine => {
  const example = examplesOf(model, operation).find(
    ({ error, input }) => error === undefined && input != null,
  );
  if (example) {
    const members = Object.entries(example.input as Record<string, Json>);
    const shown = Object.fromEntries(members.filter(([name]) => !omitted.includes(name)));
    const line = [typedLiteral(model, operation.input, shown)];
    return codeText(line).length <= ONE_LINE
      ? line
      : [typedLiteral(model, operation.input, shown, "broken")];
  }
  if (operation.input === "smithy.api#Unit") return ["{}"];
  const required = [...structureOf(model, operation.input).members.values()].filter(isRequired);
  return required.length === 0
    ? ["{}"]
    : ["{ ", required.map(({ name }) => `${literalKey(name)}: …`).join(", "), " }"];
};
