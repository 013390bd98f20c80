import type { Facts } from "../../facts/facts.js";
import { clientSymbol, commandSymbols } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { type OperationShape, nameOf } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { type DocTag, documentation, example, link, tag } from "../../typescript/documentation.js";
import { literal } from "../../typescript/tree.js";
import { exampleInput } from "../example-input.js";
import { type Waiter, decide } from "./acceptors.js";

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
  const { command, input, output } = commandSymbols(operation);
  const waitUntil = `waitUntil${name}`;
  const waitFor = `waitFor${name}`;
  return {
    path: `waiters/src/${waitFor}.ts`,
    template: "waiters/waiter",
    declares: [waitUntil, waitFor, "DELAYS", "check"],
    plan: {
      ...decide(facts, operation, waiter),
      client: clientSymbol(facts),
      command,
      input,
      output,
      minDelay: waiter.minDelay ?? MIN_DELAY,
      maxDelay: waiter.maxDelay ?? MAX_DELAY,
      waitUntil: {
        name: waitUntil,
        documentation: docOfWaitUntil(facts, operation, name, waiter),
      },
      waitFor: { name: waitFor, documentation: docOfWaitFor(operation, name, waiter) },
    },
  };
};

const description = (
  operation: OperationShape,
  name: string,
  { documentation: text }: Waiter,
): string => text ?? `Calls \`${nameOf(operation.id)}\` until it answers as ${name} asks.`;

const docOfWaitUntil = (facts: Facts, operation: OperationShape, name: string, waiter: Waiter) =>
  documentation(
    [
      description(operation, name, waiter),
      `Asks \`${nameOf(operation.id)}\` again every ${waiter.minDelay ?? MIN_DELAY} to ${
        waiter.maxDelay ?? MAX_DELAY
      } seconds, at growing intervals.`,
    ],
    [
      ...parameters(operation),
      tag("returns", "How it ended, with the last answer as `reason`."),
      exampleOf(facts, operation, name),
      tag("throws", "TimeoutError where `maxWaitTime` is over."),
      tag("throws", "AbortError where the signal aborts it."),
      tag(
        "throws",
        "Error where the state can no longer be reached, or the service answers with an error.",
      ),
      ...deprecation(waiter),
    ],
  );

const docOfWaitFor = (operation: OperationShape, name: string, waiter: Waiter) =>
  documentation(
    [
      description(operation, name, waiter),
      `Like \`waitUntil${name}\`, but does not throw: what came of it is the result's \`state\`.`,
    ],
    [
      ...parameters(operation),
      tag("returns", "How it ended, with the last answer or error as `reason`."),
      tag("deprecated", "Use ", link(`waitUntil${name}`), ", whose failures cannot be overlooked."),
    ],
  );

const parameters = (operation: OperationShape): DocTag[] => [
  tag(
    "param",
    "params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.",
  ),
  tag("param", `input - The input of each \`${nameOf(operation.id)}\`.`),
];

const deprecation = ({ deprecated }: Waiter): DocTag[] =>
  deprecated ? [tag("deprecated", "Do not use.")] : [];

const exampleOf = (facts: Facts, operation: OperationShape, name: string): DocTag => {
  const client = clientSymbol(facts);
  const { input } = commandSymbols(operation);
  return example(
    ["import { type ", input, ", ", client, " } from ", literal(`${facts.scope}/client`), ";"],
    [`import { waitUntil${name} } from `, literal(`${facts.scope}/waiters`), ";"],
    [],
    ["const client = new ", client, '({ region: "us-east-1" });'],
    ["const input: ", input, " = ", ...exampleInput(facts, operation), ";"],
    [`await waitUntil${name}({ client, maxWaitTime: 300 }, input);`],
  );
};
