import type { Facts } from "../../facts/facts.js";
import { type Waiter, errorNameOf, waitersOf } from "../../facts/waiters.js";
import { clientSymbol, commandSymbols } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { type OperationShape, nameOf } from "../../model/model.js";
import { type DocTag, documentation, example, link, tag } from "../../typescript/documentation.js";
import { literal } from "../../typescript/tree.js";
import { exampleInput } from "../example-input.js";
import { decide } from "./acceptors.js";
import { planConfirmations } from "./confirmations.js";

/** One module for each waiter, and an index. Empty where no operation has any. */
export const planWaiters = (facts: Facts): PlannedFile[] => {
  const files = facts.operations
    .flatMap((operation) =>
      [...waitersOf(operation).values()].map((waiter) => planWaiter(facts, operation, waiter)),
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

const planWaiter = (facts: Facts, operation: OperationShape, waiter: Waiter): PlannedFile => {
  const { name, minDelay, maxDelay } = waiter;
  const { command, input, output } = commandSymbols(operation);
  const waitUntil = `waitUntil${name}`;
  const waitFor = `waitFor${name}`;
  const { planned, isConfirmed } = planConfirmations(facts, operation, waiter);
  return {
    path: `waiters/src/${waitFor}.ts`,
    template: "waiters/waiter",
    declares: [waitUntil, waitFor, "DELAYS", "check", ...planned.map((each) => each.name)],
    plan: {
      ...decide(facts, operation, waiter, isConfirmed),
      confirmations: planned,
      client: clientSymbol(facts),
      command,
      input,
      output,
      minDelay,
      maxDelay,
      waitUntil: {
        name: waitUntil,
        documentation: docOfWaitUntil(facts, operation, waiter),
      },
      waitFor: { name: waitFor, documentation: docOfWaitFor(operation, waiter) },
    },
  };
};

const description = (operation: OperationShape, { name, documentation: text }: Waiter): string =>
  text ?? `Calls \`${nameOf(operation.id)}\` until it answers as ${name} asks.`;

const docOfWaitUntil = (facts: Facts, operation: OperationShape, waiter: Waiter) =>
  documentation(
    [
      description(operation, waiter),
      `Asks \`${nameOf(operation.id)}\` again every ${waiter.minDelay} to ${waiter.maxDelay} seconds, at growing intervals. ` +
        "An error that it does not wait for ends it at once, unless it may pass: throttling, errors of the server, broken connections.",
      ...confirmationsInWords(waiter),
    ],
    [
      ...parameters(operation),
      tag("returns", "How it ended, with the last answer as `reason`."),
      exampleOf(facts, operation, waiter.name),
      tag("throws", "TimeoutError where `maxWaitTime` is over."),
      tag("throws", "AbortError where the signal aborts it."),
      tag(
        "throws",
        "Error where the state can no longer be reached, or the service answers with an error that the waiter does not wait for: that is its `cause`.",
      ),
      ...deprecation(waiter),
    ],
  );

/** Which answers count for something only where another operation says so. */
const confirmationsInWords = ({ acceptors }: Waiter): string[] => {
  const errors = new Map<string, string[]>();
  for (const { matcher, confirmedBy } of acceptors) {
    if (!confirmedBy || matcher.errorType === undefined) continue;
    const operation = nameOf(confirmedBy.operation);
    const error = `\`${errorNameOf(matcher.errorType)}\``;
    errors.set(operation, [...new Set([...(errors.get(operation) ?? []), error])]);
  }
  return [...errors].map(
    ([operation, names]) =>
      `An answer of ${names.join(" or ")} counts only where \`${operation}\` confirms it.`,
  );
};

const docOfWaitFor = (operation: OperationShape, waiter: Waiter) =>
  documentation(
    [
      description(operation, waiter),
      `Like \`waitUntil${waiter.name}\`, but does not throw: what came of it is the result's \`state\`.`,
    ],
    [
      ...parameters(operation),
      tag("returns", "How it ended, with the last answer or error as `reason`."),
      tag(
        "deprecated",
        "Use ",
        link(`waitUntil${waiter.name}`),
        ", whose failures cannot be overlooked.",
      ),
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
