import type { Facts } from "../../facts/facts.js";
import { clientSymbol, commandSymbols } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { operationSymbol } from "../../layout/mock.js";
import { nameOf } from "../../model/model.js";
import { runtime } from "../../typescript/runtime.js";
import { symbolOf } from "../../typescript/symbols.js";

const OPERATIONS_FILE = "mock/src/operations.ts";

/** The module that gathers the operations. */
export const planOperationMap = ({ names, operations }: Facts): PlannedFile => ({
  path: OPERATIONS_FILE,
  template: "mock/operations",
  declares: ["operations", `${names.service}Operations`],
  plan: {
    service: names.service,
    operations: operations.map((operation) => ({
      name: nameOf(operation.id),
      operation: operationSymbol(operation),
    })),
  },
});

/** The module of the mock of the whole service. */
export const planServiceMock = (facts: Facts): PlannedFile => {
  const { names, operations, scope } = facts;
  return {
    path: `mock/src/${names.service}Mock.ts`,
    template: "mock/service-mock",
    declares: [`${names.service}Mock`, `create${names.service}Mock`],
    plan: {
      service: names.service,
      scope,
      client: clientSymbol(facts).name,
      command: operations[0] && commandSymbols(operations[0]).command.name,
      operations: symbolOf("operations", OPERATIONS_FILE),
      operationsType: symbolOf(`${names.service}Operations`, OPERATIONS_FILE),
    },
  };
};

/** The package's entry: the mock and every handler, and the types that one needs with them. */
export const planMockIndex = ({ names, operations }: Facts): PlannedFile => {
  const { mock } = runtime;
  return {
    path: "mock/src/index.ts",
    template: "mock/index",
    plan: {
      from: mock.ServiceMock.from,
      types: [
        mock.Answer,
        mock.Behavior,
        mock.CallContext,
        mock.Fake,
        mock.HandlerAnswer,
        mock.HandlerOptions,
        mock.MockCall,
        mock.MockOptions,
        mock.Rejection,
        mock.Resolver,
        mock.ResolverCall,
      ],
      modules: [
        `./${names.service}Mock.js`,
        ...operations.map(({ id }) => `./handlers/${nameOf(id)}.js`),
      ],
    },
  };
};
