import { typeOfParameter } from "../../endpoints/parameters.js";
import { requestBindings, structure } from "../../facts/bindings.js";
import { clientContextParametersOf } from "../../facts/endpoints/context-parameters.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { isRequired } from "../../facts/members.js";
import {
  aggregatedFile,
  clientSymbol,
  commandSymbols,
  exceptionSymbol,
  resolveEndpointSymbol,
} from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { deprecationOf, docOf, documentationOf } from "../../layout/types.js";
import { type OperationShape, nameOf } from "../../model/model.js";
import { documentation, link, tag } from "../../typescript/documentation.js";
import { camelCase, isInherited } from "../../typescript/names.js";
import { serviceAuth } from "./auth.js";

/** The client that sends commands, and the one that has a method for each. */
export const planClients = (facts: Facts): PlannedFile[] => [
  planClient(facts),
  planAggregated(facts),
];

const planClient = (facts: Facts): PlannedFile => {
  const { model, names, service, operations } = facts;
  const settings = clientContextParametersOf(service).map(
    ({ name, type, documentation: text }) => ({
      name,
      setting: camelCase(name),
      type: typeOfParameter(type),
      documentation: documentation([text]),
    }),
  );
  return {
    path: `client/src/${names.client}.ts`,
    template: "client/client",
    declares: [
      names.client,
      `${names.client}Config`,
      `${names.client}ResolvedConfig`,
      "ServiceInputTypes",
      "ServiceOutputTypes",
      "service",
    ],
    plan: {
      client: names.client,
      exception: exceptionSymbol(facts),
      resolveEndpoint: resolveEndpointSymbol,
      id: names.service,
      version: service.version,
      auth: serviceAuth(facts),
      documentation: documentationOf(service),
      commands: operations.map(commandSymbols),
      settings,
      http2: operations.some((operation) =>
        eventsOf(model, requestBindings(model, operation).payload),
      ),
    },
  };
};

const planAggregated = (facts: Facts): PlannedFile => {
  const { names, model, operations } = facts;
  const methods = methodNames(operations);
  return {
    path: aggregatedFile(facts),
    template: "client/aggregated",
    declares: [names.service],
    plan: {
      service: names.service,
      client: clientSymbol(facts),
      clientName: names.client,
      methods: operations.map((operation) => {
        const { command, input, output } = commandSymbols(operation);
        const members = [...(structure(model, operation.input)?.members.values() ?? [])];
        return {
          command,
          input,
          output,
          method: methods.get(operation),
          optional: members.every((member) => !isRequired(member)),
          documentation: documentation(
            [docOf(operation)],
            [tag("see", link(command.name)), ...deprecationOf(operation)],
          ),
        };
      }),
    },
  };
};

/** What a client has already, or what would make a promise of it. */
const OWN_MEMBERS: ReadonlySet<string> = new Set([
  "config",
  "destroy",
  "initConfig",
  "handlers",
  "middlewareStack",
  "send",
  "then",
]);

/** The methods of operations, by operation; an underscore stands before a name that the client has already. */
const methodNames = (
  operations: readonly OperationShape[],
): ReadonlyMap<OperationShape, string> => {
  const taken = new Set<string>();
  return new Map(
    operations.map((operation) => {
      let method = camelCase(nameOf(operation.id));
      while (OWN_MEMBERS.has(method) || isInherited(method) || taken.has(method))
        method = `_${method}`;
      taken.add(method);
      return [operation, method];
    }),
  );
};
