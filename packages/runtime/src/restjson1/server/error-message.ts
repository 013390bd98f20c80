import { getOwn, setOwn } from "./properties.js";
import type { ErrorSchema } from "./schema.js";

/**
 * An error's members, with its message under the name that the model gives it. An empty message is
 * none: the model's default takes its place.
 */
export const withMessage = (schema: ErrorSchema, error: object): object => {
  const field = schema.members.find(({ name }) => name.toLowerCase() === "message");
  if (!field) return error;
  const value = { ...error };
  const { message } = error as { readonly message?: string };
  setOwn(value, field.name, getOwn(error, field.name) || message || undefined);
  return value;
};
