import type { Knowledge } from "../../knowledge/knowledge.js";
import type { Json, OperationShape } from "../../model/model.js";
import { nameOf } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { typedLiteral } from "../typed-literal.js";

/** An entry of the `smithy.api#examples` trait. */
export interface Example {
  readonly title: string;
  readonly documentation?: string;
  readonly input?: Json;
  readonly output?: Json;
  readonly error?: { readonly shapeId: string; readonly content?: Json };
}

export const examplesOf = (operation: OperationShape): readonly Example[] =>
  (trait(operation, "examples") as unknown as readonly Example[] | undefined) ?? [];

/** The lines of an `@example` tag that sends the command; none where the model has no example. */
export const commandExample = (knowledge: Knowledge, operation: OperationShape): string[] => {
  const example = examplesOf(operation).find((one) => one.error === undefined);
  if (!example) return [];
  const { client } = knowledge.names;
  const command = `${nameOf(operation.id)}Command`;
  const input =
    example.input === undefined
      ? ""
      : typedLiteral(knowledge.model, operation.input, example.input, 2);
  const code = [
    `import { ${client}, ${command} } from "${knowledge.scope}/client";`,
    "",
    `const client = new ${client}({ region: "us-east-1" });`,
    `const output = await client.send(new ${command}(${input === "{}" ? "{}" : input}));`,
  ].join("\n");
  // Nothing in an example may end the comment it stands in.
  return ["@example", "```ts", ...code.replaceAll("*/", "*\\/").split("\n"), "```"];
};
