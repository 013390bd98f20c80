import type {
  MemberSchema,
  Schema,
  SchemaRef,
  SchemaTraits,
  SimpleSchema,
  SimpleType,
} from "./schema.js";

const plain = new Map<SimpleType, SimpleSchema>();

/** The schema a reference stands for. One simple type is always the same schema, so that it can be cached by. */
export const resolve = (ref: SchemaRef): Schema => {
  if (typeof ref === "function") return ref();
  if (typeof ref === "object") return ref;
  let schema = plain.get(ref);
  if (!schema) plain.set(ref, (schema = { type: ref }));
  return schema;
};

/** A trait of the member, else of the shape it targets. */
export const traitOf = <Name extends keyof SchemaTraits>(
  member: MemberSchema,
  name: Name,
): SchemaTraits[Name] => member[name] ?? resolve(member.target)[name];
