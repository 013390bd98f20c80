import type { Facts } from "../../facts/facts.js";
import { literalKey } from "../../typescript/names.js";
import { nameOf } from "../../model/model.js";
import type { PlannedFile } from "../file.js";
import { RUNTIME } from "../packages.js";
import { operationConstant } from "../../restjson1/server/operation.js";

/** The module that gathers the operations. */
export const planOperationMap = ({ names, operations }: Facts): PlannedFile => ({
  path: "mock/src/operations.ts",
  template: "mock/operations",
  plan: {
    service: names.service,
    operations: operations.map((operation) => ({
      key: literalKey(nameOf(operation.id)),
      constant: operationConstant(operation),
      module: `./operations/${nameOf(operation.id)}.js`,
    })),
  },
});

/** The module of the mock of the whole service. */
export const planServiceMock = ({ names, operations, scope }: Facts): PlannedFile => ({
  path: `mock/src/${names.service}Mock.ts`,
  template: "mock/service-mock",
  plan: {
    service: names.service,
    runtime: RUNTIME,
    client: names.client,
    clientPackage: `${scope}/client`,
    mockPackage: `${scope}/mock`,
    command: operations[0] && `${nameOf(operations[0].id)}Command`,
  },
});

/** The package's entry: the mock and every handler. */
export const planMockIndex = ({ names, operations }: Facts): PlannedFile => ({
  path: "mock/src/index.ts",
  template: "mock/index",
  plan: {
    runtime: RUNTIME,
    modules: [
      `./${names.service}Mock.js`,
      ...operations.map(({ id }) => `./handlers/${nameOf(id)}.js`),
    ],
  },
});
