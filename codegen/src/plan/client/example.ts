import type { Facts } from "../../facts/facts.js";
import { examplesOf } from "../../facts/examples.js";
import type { OperationShape } from "../../model/model.js";
import { nameOf } from "../../model/model.js";
import { typedLiteral } from "../typed-literal.js";

/** The lines of an `@example` tag that sends the command; none where the model has no example. */
export const commandExample = (facts: Facts, operation: OperationShape): string[] => {
  const example = examplesOf(facts.model, operation).find((one) => one.error === undefined);
  if (!example) return [];
  const { client } = facts.names;
  const command = `${nameOf(operation.id)}Command`;
  const input =
    example.input === undefined ? "" : typedLiteral(facts.model, operation.input, example.input, 2);
  const code = [
    `import { ${client}, ${command} } from "${facts.scope}/client";`,
    "",
    `const client = new ${client}({ region: "us-east-1" });`,
    `const output = await client.send(new ${command}(${input === "{}" ? "{}" : input}));`,
  ].join("\n");
  // Nothing in an example may end the comment it stands in.
  return ["@example", "```ts", ...code.replaceAll("*/", "*\\/").split("\n"), "```"];
};
