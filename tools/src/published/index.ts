/** Published clients of the official SDK, and the models that they carry. */
export { officialClient, type OfficialClient } from "./official-client.js";
export { smithyModelOf } from "./smithy-model.js";
