import type { Facts } from "../../facts/facts.js";
import { type OperationShape, nameOf } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { docComment } from "../../typescript/documentation.js";
import { exampleInput } from "../example-input.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../packages.js";
import { type Waiter, decide } from "./acceptors.js";

const WAITER = `${RUNTIME}/waiter`;

/** Seconds, where a waiter does not say otherwise. */
const MIN_DELAY = 2;
const MAX_DELAY = 120;

/** One module for each waiter, and an index. Empty where no operation has any. */
export const planWaiters = (facts: Facts): PlannedFile[] => {
  const files = facts.operations
    .flatMap((operation) =>
      Object.entries(waitersOf(operation)).map(([name, waiter]) =>
        planWaiter(facts, operation, name, waiter),
      ),
    )
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  if (files.length === 0) return [];
  return [
    ...files,
    {
      path: "waiters/src/index.ts",
      template: "waiters/index",
      plan: { files: files.map(({ path }) => path.replace(/^.*\/(.*)\.ts$/, "$1")) },
    },
  ];
};

const waitersOf = (operation: OperationShape): Readonly<Record<string, Waiter>> =>
  (trait(operation, "smithy.waiters#waitable") ?? {}) as unknown as Record<string, Waiter>;

const planWaiter = (
  facts: Facts,
  operation: OperationShape,
  name: string,
  waiter: Waiter,
): PlannedFile => {
  const { names, scope } = facts;
  const client = `${scope}/client`;
  const command = `${nameOf(operation.id)}Command`;
  const imports = new Imports();
  const { helpers, ...decisions } = decide(facts, operation, waiter);
  for (const helper of ["checkExceptions", "createWaiter", "WaiterState", ...helpers]) {
    imports.value(helper, WAITER);
  }
  imports.type("WaiterConfiguration", WAITER);
  imports.type("WaiterResult", WAITER);
  const plan = {
    ...decisions,
    client: imports.type(names.client, client),
    command: imports.value(command, client),
    input: imports.type(`${command}Input`, client),
    output: imports.type(`${command}Output`, client),
    minDelay: waiter.minDelay ?? MIN_DELAY,
    maxDelay: waiter.maxDelay ?? MAX_DELAY,
    waitUntil: {
      name: `waitUntil${name}`,
      doc: docOfWaitUntil(facts, operation, name, waiter),
    },
    waitFor: { name: `waitFor${name}`, doc: docOfWaitFor(operation, name, waiter) },
  };
  return {
    path: `waiters/src/waitFor${name}.ts`,
    template: "waiters/waiter",
    plan: { ...plan, imports: imports.list() },
  };
};

const description = (operation: OperationShape, name: string, { documentation }: Waiter): string =>
  documentation ?? `Calls \`${nameOf(operation.id)}\` until it answers as ${name} asks.`;

const docOfWaitUntil = (
  facts: Facts,
  operation: OperationShape,
  name: string,
  waiter: Waiter,
): string =>
  docComment(
    [
      description(operation, name, waiter),
      `Asks \`${nameOf(operation.id)}\` again every ${waiter.minDelay ?? MIN_DELAY} to ${
        waiter.maxDelay ?? MAX_DELAY
      } seconds, at growing intervals.`,
    ],
    [
      ...parameters(operation),
      "@returns How it ended, with the last answer as `reason`.",
      ...exampleOf(facts, operation, name),
      "@throws TimeoutError where `maxWaitTime` is over.",
      "@throws AbortError where the signal aborts it.",
      "@throws Error where the state can no longer be reached, or the service answers with an error.",
      ...deprecation(waiter),
    ],
  );

const docOfWaitFor = (operation: OperationShape, name: string, waiter: Waiter): string =>
  docComment(
    [
      description(operation, name, waiter),
      `Like \`waitUntil${name}\`, but does not throw: what came of it is the result's \`state\`.`,
    ],
    [
      ...parameters(operation),
      "@returns How it ended, with the last answer or error as `reason`.",
      `@deprecated Use {@link waitUntil${name}}, whose failures cannot be overlooked.`,
    ],
  );

const parameters = (operation: OperationShape): string[] => [
  "@param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.",
  `@param input - The input of each \`${nameOf(operation.id)}\`.`,
];

const deprecation = ({ deprecated }: Waiter): string[] =>
  deprecated ? ["@deprecated Do not use."] : [];

const exampleOf = (facts: Facts, operation: OperationShape, name: string): string[] => {
  const { names, scope } = facts;
  const code = [
    `import { type ${nameOf(operation.id)}CommandInput, ${names.client} } from "${scope}/client";`,
    `import { waitUntil${name} } from "${scope}/waiters";`,
    "",
    `const client = new ${names.client}({ region: "us-east-1" });`,
    `const input: ${nameOf(operation.id)}CommandInput = ${exampleInput(facts, operation)};`,
    `await waitUntil${name}({ client, maxWaitTime: 300 }, input);`,
  ].join("\n");
  return ["@example", "```ts", ...code.replaceAll("*/", "*\\/").split("\n"), "```"];
};
