import { isProperties, setOwn } from "./properties.js";
import { resolve, traitOf } from "./resolve.js";
import type { FieldSchema, MemberSchema, OperationSchema, StructureSchema } from "./schema.js";

/** Members that are not to be shown, besides those that the model marks as sensitive. */
export type IsSecret = (member: FieldSchema) => boolean;

const HIDDEN = "***";
const noOther: IsSecret = () => false;

/** The JSON of a structure as it may be shown. Members that the schema does not know may be anything, and are hidden. */
export const redactJson = (
  schema: StructureSchema | undefined,
  json: unknown,
  isSecret: IsSecret = noOther,
): unknown => {
  if (!isProperties(json)) return json;
  const shown = {};
  for (const [name, value] of Object.entries(json)) {
    const field = schema?.members.find((member) => (member.jsonName ?? member.name) === name);
    const isHidden = !field || isSecret(field);
    setOwn(shown, name, isHidden ? HIDDEN : redactMember(field, value, isSecret));
  }
  return shown;
};

const redactMember = (member: MemberSchema, json: unknown, isSecret: IsSecret): unknown => {
  if (traitOf(member, "sensitive")) return HIDDEN;
  const schema = resolve(member.target);
  switch (schema.type) {
    case "structure":
    case "union":
      return redactJson(schema, json, isSecret);
    case "list":
      return Array.isArray(json)
        ? json.map((item) => redactMember(schema.member, item, isSecret))
        : json;
    case "map": {
      if (!isProperties(json)) return json;
      const shown = {};
      for (const [key, value] of Object.entries(json))
        setOwn(shown, key, redactMember(schema.value, value, isSecret));
      return shown;
    }
    default:
      return json;
  }
};

/** Path and query as they may be shown: parameters that the operation does not know are hidden, too. */
export const redactUrl = (
  operation: OperationSchema | undefined,
  url: string,
  isSecret: IsSecret = noOther,
): string => {
  const at = url.indexOf("?");
  if (at < 0) return url;
  const isShown = (name: string): boolean => {
    const field = operation?.input?.members.find((member) => (member.as ?? member.name) === name);
    return field !== undefined && !isSecret(field) && !traitOf(field, "sensitive");
  };
  const params = url
    .slice(at + 1)
    .split("&")
    .map((param) => {
      const name = param.split("=", 1)[0] ?? "";
      return isShown(name) ? param : `${name}=${HIDDEN}`;
    });
  return `${url.slice(0, at)}?${params.join("&")}`;
};
