import { basename } from "node:path/posix";
import type { Facts } from "../../facts/facts.js";
import { nameOf } from "../../model/model.js";
import type { PlannedFile } from "../../layout/file.js";
import { aggregatedFile } from "../../layout/client.js";
import { planClients } from "./client.js";
import { codecNeeds } from "../../restjson1/client/codec-needs.js";
import { planCodecs } from "../../restjson1/client/codecs.js";
import { planCommand } from "./command.js";
import { planEndpoint } from "./endpoint.js";
import { planErrors } from "./errors.js";
import { planEvents } from "../../restjson1/client/events.js";
import { planModels } from "./models.js";

/** The client package: one module a command, codecs a shape, types, enums and errors. */
export const planClientPackage = (facts: Facts): PlannedFile[] => {
  const { names, operations } = facts;
  const { redact } = codecNeeds(facts);
  return [
    ...planClients(facts),
    ...operations.map((operation) => planCommand(facts, operation, redact)),
    ...planCodecs(facts),
    ...planEvents(facts),
    ...planModels(facts),
    ...planErrors(facts),
    planEndpoint(facts),
    {
      path: "client/src/commands/index.ts",
      template: "client/index",
      plan: { modules: operations.map((operation) => `./${nameOf(operation.id)}Command.js`) },
    },
    {
      path: "client/src/index.ts",
      template: "client/index",
      plan: {
        modules: [
          `./${names.client}.js`,
          `./${basename(aggregatedFile(facts), ".ts")}.js`,
          "./commands/index.js",
          "./errors/index.js",
          "./models/index.js",
        ],
      },
    },
  ];
};
