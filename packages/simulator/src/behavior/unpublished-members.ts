import type { OperationSchema, Schema, SimpleType } from "@wickr-admin/runtime/server";

/** Members that the model does not have, with their types, by the member of whose structure they are. */
export type UnpublishedMembers = Readonly<Record<string, Readonly<Record<string, SimpleType>>>>;

/** Operations that read and write members which the model does not have. */
export const withUnpublished = (
  operations: readonly OperationSchema[],
  members: UnpublishedMembers,
): readonly OperationSchema[] => {
  if (Object.keys(members).length === 0) return operations;
  const known = new Map<Schema, Schema>();
  const extend = <Target>(target: Target): Target => {
    // Schemas that refer to each other in a circle hold none of these members.
    if (typeof target !== "object" || target === null) return target;
    const schema = target as unknown as Schema;
    const extended = known.get(schema) ?? extendSchema(schema);
    known.set(schema, extended);
    return extended as unknown as Target;
  };
  const extendSchema = (schema: Schema): Schema => {
    if (schema.type === "list")
      return { ...schema, member: { ...schema.member, target: extend(schema.member.target) } };
    if (schema.type !== "structure") return schema;
    return {
      ...schema,
      members: schema.members.map((member) => {
        const target = extend(member.target);
        const more = Object.hasOwn(members, member.name) ? members[member.name] : undefined;
        if (!more || typeof target !== "object" || target.type !== "structure")
          return { ...member, target };
        const added = Object.entries(more).map(([name, type]) => ({ name, target: type }));
        return { ...member, target: { ...target, members: [...target.members, ...added] } };
      }),
    };
  };
  return operations.map((operation) => ({
    ...operation,
    ...(operation.input && { input: extend(operation.input) }),
    ...(operation.output && { output: extend(operation.output) }),
  }));
};
