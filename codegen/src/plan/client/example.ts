import { examplesOf } from "../../facts/examples.js";
import type { Facts } from "../../facts/facts.js";
import { clientSymbol, commandSymbols } from "../../layout/client.js";
import { typedLiteral } from "../../layout/typed-literal.js";
import type { OperationShape } from "../../model/model.js";
import { type DocTag, example } from "../../typescript/documentation.js";
import { literal } from "../../typescript/tree.js";

/** An `@example` tag that sends the command; none where the model has no example. */
export const commandExample = (facts: Facts, operation: OperationShape): DocTag[] => {
  const found = examplesOf(facts.model, operation).find((one) => one.error === undefined);
  if (!found) return [];
  const client = clientSymbol(facts);
  const { command } = commandSymbols(operation);
  const input =
    found.input === undefined
      ? []
      : [typedLiteral(facts.model, operation.input, found.input, "broken")];
  return [
    example(
      ["import { ", client, ", ", command, " } from ", literal(`${facts.scope}/client`), ";"],
      [],
      ["const client = new ", client, '({ region: "us-east-1" });'],
      ["const output = await client.send(new ", command, "(", ...input, "));"],
    ),
  ];
};
