import { operations } from "@wickr-admin/mock/operations";
import type { FieldSchema, Schema, SchemaRef, StructureSchema } from "@wickr-admin/runtime/mock";

const HIDDEN = "***";

/** Secrets that the model does not mark. */
const SECRETS: ReadonlySet<string> = new Set([
  "accessToken",
  "certificate",
  "caCertificate",
  "code",
  "codeVerifier",
  "idToken",
  "inviteCode",
  "refreshToken",
]);

/** Blanks out sensitive members of a request's JSON. */
export const redactInput = (operation: string, json: unknown): unknown =>
  redactStructure(schemaOf(operation)?.input, json);

/** Blanks out sensitive members of a response's JSON. */
export const redactOutput = (operation: string, json: unknown): unknown =>
  redactStructure(schemaOf(operation)?.output, json);

/** Blanks out sensitive query parameters; path and query as in the log. */
export const redactUrl = (operation: string | undefined, url: string): string => {
  const at = url.indexOf("?");
  if (at < 0) return url;
  const input = operation === undefined ? undefined : schemaOf(operation)?.input;
  const params = url
    .slice(at + 1)
    .split("&")
    .map((param) => {
      const [name = ""] = param.split("=");
      const field = input?.members.find((member) => (member.as ?? member.name) === name);
      // What nobody knows may be anything.
      return field && !isSensitive(field) ? param : `${name}=${HIDDEN}`;
    });
  return `${url.slice(0, at)}?${params.join("&")}`;
};

const schemaOf = (operation: string) =>
  Object.values(operations).find(({ name }) => name === operation);

const redact = (ref: SchemaRef, json: unknown): unknown => {
  const schema = typeof ref === "function" ? ref() : ref;
  if (typeof schema === "string") return json;
  if (schema.type === "list")
    return Array.isArray(json) ? json.map((item) => redact(schema.member.target, item)) : json;
  return schema.type === "structure" ? redactStructure(schema as StructureSchema, json) : json;
};

const redactStructure = (schema: StructureSchema | undefined, json: unknown): unknown => {
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => {
      const field = schema?.members.find((member) => (member.jsonName ?? member.name) === name);
      if (!field || isSensitive(field)) return [name, HIDDEN];
      return [name, redact(field.target, value)];
    }),
  );
};

const isSensitive = (field: FieldSchema): boolean => {
  const target = typeof field.target === "function" ? field.target() : field.target;
  return (
    SECRETS.has(field.name) || field.sensitive === true || (target as Schema).sensitive === true
  );
};
