import { clientContextParametersOf, typeOfParameter } from "../../endpoints/context-parameters.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { isRequired } from "../../facts/members.js";
import { requestBindings, structure } from "../../facts/bindings.js";
import { camelCase, literal, literalKey, propertyKey } from "../../typescript/names.js";
import { nameOf } from "../../model/model.js";
import { docComment, docOf } from "../../typescript/documentation.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../packages.js";
import { serviceAuth } from "./auth.js";
import { deprecationOf } from "./type-expression.js";

/** The client that sends commands, and the one that has a method for each. */
export const planClients = (facts: Facts): PlannedFile[] => [
  planClient(facts),
  planAggregated(facts),
];

const planClient = (facts: Facts): PlannedFile => {
  const { model, names, service, operations } = facts;
  const imports = new Imports();
  imports.value("ServiceClient", RUNTIME);
  imports.type("ClientConfig", RUNTIME);
  imports.type("ResolvedConfig", RUNTIME);
  imports.type("Service", RUNTIME);
  imports.value("resolveEndpoint", "./endpoint.js");
  imports.value(names.exception, `./errors/${names.exception}.js`);
  const commands = operations.map((operation) => {
    const name = nameOf(operation.id);
    imports.type(`${name}CommandInput`, `./commands/${name}Command.js`);
    imports.type(`${name}CommandOutput`, `./commands/${name}Command.js`);
    return { name };
  });
  const settings = clientContextParametersOf(service).map(
    ({ name, setting, type, documentation }) => ({
      name: literalKey(name),
      setting: literal(setting),
      key: propertyKey(setting),
      type: typeOfParameter(type),
      doc: docComment([documentation]),
    }),
  );
  if (settings.length > 0) imports.type("Provider", "@smithy/types");
  return {
    path: `client/src/${names.client}.ts`,
    template: "client/client",
    plan: {
      client: names.client,
      exception: names.exception,
      scope: facts.scope,
      example: commands[0]?.name ?? "",
      id: literal(names.service),
      version: literal(service.version),
      auth: serviceAuth(facts, imports),
      doc: docComment([docOf(service)], deprecationOf(service)),
      commands,
      settings,
      http2: operations.some((operation) =>
        eventsOf(model, requestBindings(model, operation).payload),
      ),
      imports: imports.list(),
    },
  };
};

const planAggregated = (facts: Facts): PlannedFile => {
  const { names, model, operations } = facts;
  const imports = new Imports();
  imports.type("SendOptions", RUNTIME);
  imports.value(names.client, `./${names.client}.js`);
  return {
    path: `client/src/${names.service}.ts`,
    template: "client/aggregated",
    plan: {
      service: names.service,
      client: names.client,
      methods: operations.map((operation) => {
        const name = nameOf(operation.id);
        const from = `./commands/${name}Command.js`;
        imports.value(`${name}Command`, from);
        imports.type(`${name}CommandInput`, from);
        imports.type(`${name}CommandOutput`, from);
        const members = [...(structure(model, operation.input)?.members.values() ?? [])];
        return {
          command: `${name}Command`,
          method: methodName(name),
          optional: members.every((member) => !isRequired(member)),
          doc: docComment(
            [docOf(operation)],
            [`@see {@link ${name}Command}`, ...deprecationOf(operation)],
          ),
        };
      }),
      imports: imports.list(),
    },
  };
};

/** What every client has already; an operation of that name gets an underscore before its method. */
const OWN_MEMBERS = new Set([
  "constructor",
  "config",
  "destroy",
  "initConfig",
  "handlers",
  "middlewareStack",
  "send",
]);

const methodName = (operation: string): string => {
  const name = camelCase(operation);
  return OWN_MEMBERS.has(name) ? `_${name}` : name;
};
