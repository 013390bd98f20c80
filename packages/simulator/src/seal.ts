import { sha256Hex } from "./hash.js";
import type { OperationName } from "./operations/operation.js";

/** Members that can be written but never read again. */
const SECRETS: { readonly [Name in OperationName]?: string } = {
  CreateBot: "challenge",
  UpdateBot: "challenge",
  RegisterOidcConfig: "secret",
  GetOidcInfo: "clientSecret",
};

/** Puts digests in the place of secrets, so that neither the state nor a file of it ever holds one. */
export const sealSecrets = <Input extends object>(
  operation: OperationName,
  input: Input,
): Input => {
  const member = SECRETS[operation];
  const secret: unknown = member && (input as Record<string, unknown>)[member];
  if (!member || typeof secret !== "string" || secret === "") return input;
  return { ...input, [member]: sha256Hex(secret) };
};
