import type { Knowledge } from "../../knowledge/knowledge.js";
import type { PlannedFile } from "../file.js";
import { mockShapesOf } from "./mock-shapes.js";
import { planHandler } from "./handler.js";
import { planMockIndex, planOperationMap, planServiceMock } from "./service.js";
import { planOperation } from "./operation.js";
import { planSchema } from "./schema.js";

/** The mock package: a schema a shape, an operation and a handler an operation, and the mock of the whole service. */
export const planMock = (knowledge: Knowledge): PlannedFile[] => {
  const shapes = mockShapesOf(knowledge);
  return [
    ...shapes.list.map((shape) => planSchema(knowledge, shapes, shape)),
    ...knowledge.operations.flatMap((operation) => [
      planOperation(knowledge, shapes, operation),
      planHandler(knowledge, operation),
    ]),
    planOperationMap(knowledge),
    planServiceMock(knowledge),
    planMockIndex(knowledge),
  ];
};
