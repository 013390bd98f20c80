import type { Facts } from "../../facts/facts.js";
import type { PlannedFile } from "../../layout/file.js";
import { schemaShapesOf } from "../../restjson1/server/schema-shapes.js";
import { planHandler } from "./handler.js";
import { planMockIndex, planOperationMap, planServiceMock } from "./service.js";
import { routesOf } from "../../restjson1/server/uris.js";
import { planOperation } from "../../restjson1/server/operation.js";
import { planSchema } from "../../restjson1/server/schema.js";

/** The mock package: a schema a shape, an operation and a handler an operation, and the mock of the whole service. */
export const planMock = (facts: Facts): PlannedFile[] => {
  const shapes = schemaShapesOf(facts);
  const routes = routesOf(facts);
  return [
    ...shapes.list.map((shape) => planSchema(facts, shapes, shape)),
    ...facts.operations.flatMap((operation) => [
      planOperation(facts, shapes, routes, operation),
      planHandler(operation),
    ]),
    planOperationMap(facts),
    planServiceMock(facts),
    planMockIndex(facts),
  ];
};
