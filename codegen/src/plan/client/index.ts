import type { Knowledge } from "../../knowledge/knowledge.js";
import { nameOf } from "../../model/model.js";
import type { PlannedFile } from "../file.js";
import { planClients } from "./client.js";
import { codecNeeds, planCodecs } from "./codecs.js";
import { planCommand } from "./command.js";
import { planErrors } from "./errors.js";
import { planEvents } from "./events.js";
import { planModels } from "./models.js";

/** The client package: one module a command, codecs a shape, types, enums and errors. */
export const planClientPackage = (knowledge: Knowledge): PlannedFile[] => {
  const { names, operations } = knowledge;
  const { redact } = codecNeeds(knowledge);
  return [
    ...planClients(knowledge),
    ...operations.map((operation) => planCommand(knowledge, operation, redact)),
    ...planCodecs(knowledge),
    ...planEvents(knowledge),
    ...planModels(knowledge),
    ...planErrors(knowledge),
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
          `./${names.service}.js`,
          "./commands/index.js",
          "./errors/index.js",
          "./models/index.js",
        ],
      },
    },
  ];
};
