import { operations } from "@wickr-admin/mock/operations";
import {
  type IsSecret,
  type OperationSchema,
  redactJson,
  redactUrl as redactUrlOf,
} from "@wickr-admin/runtime/server";

/** Secrets that the model does not mark. */
const SECRETS: ReadonlySet<string> = new Set(["certificate", "caCertificate"]);

const isSecret: IsSecret = ({ name }) => SECRETS.has(name);

/** Blanks out sensitive members of a request's JSON. */
export const redactInput = (operation: string, json: unknown): unknown =>
  redactJson(schemaOf(operation)?.input, json, isSecret);

/** Blanks out sensitive members of a response's JSON. */
export const redactOutput = (operation: string, json: unknown): unknown =>
  redactJson(schemaOf(operation)?.output, json, isSecret);

/** Blanks out sensitive query parameters; path and query as in the log. */
export const redactUrl = (operation: string | undefined, url: string): string =>
  redactUrlOf(operation === undefined ? undefined : schemaOf(operation), url, isSecret);

const schemaOf = (operation: string): OperationSchema | undefined =>
  Object.values<OperationSchema>(operations).find(({ name }) => name === operation);
