import { fileURLToPath } from "node:url";
import { loadModel, operationOf, type Model, type OperationShape } from "@wickr-admin/codegen";
import { serviceOperations } from "./service-operations.js";

const folder = fileURLToPath(new URL("../../../model", import.meta.url));
const loaded = loadModel([folder]);
if (loaded.problems.length > 0)
  throw new Error(`The model does not load: ${JSON.stringify(loaded.problems)}`);

/** The Wickr model, as the generator loads it. */
export const wickrModel: Model = loaded.model;

/** The namespace of the model's shapes. */
export const WICKR_NAMESPACE = "com.amazonaws.wickr";

/** The service shape. */
export const WICKR_SERVICE = `${WICKR_NAMESPACE}#WickrAdminApi`;

/** The operations of the service, in the order of their names. */
export const wickrOperations: readonly OperationShape[] = serviceOperations(
  wickrModel,
  WICKR_SERVICE,
);

/** An operation by its name. */
export const wickrOperation = (name: string): OperationShape =>
  operationOf(wickrModel, `${WICKR_NAMESPACE}#${name}`);
