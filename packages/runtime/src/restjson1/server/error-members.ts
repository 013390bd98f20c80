import { getOwn, setOwn } from "./properties.js";
import type { ErrorSchema, Schema } from "./schema.js";

/**
 * An error's members by the names that the model gives them: its class keeps some under another name, and
 * its message always as `message`. An empty message is none: the model's default takes its place.
 */
export const membersOfError = (schema: ErrorSchema, error: object): object => {
  const renamed = schema.members.filter(({ property }) => property !== undefined);
  const message = schema.members.find(({ name }) => name.toLowerCase() === "message");
  if (!message && renamed.length === 0) return error;
  const members = { ...error };
  for (const { name, property = name } of renamed) setOwn(members, name, getOwn(error, property));
  if (message) {
    const { message: text } = error as { readonly message?: string };
    setOwn(members, message.name, getOwn(error, message.name) || text || undefined);
  }
  return members;
};

/** Whether a schema is that of an error. */
export const isErrorSchema = (schema: Schema): schema is ErrorSchema => "fault" in schema;
