import { isValidHostLabel } from "@smithy/core/transport";

/** A value that becomes part of the host name. Throws where it cannot. */
export const hostLabel = (value: string | null | undefined, member: string): string => {
  if (typeof value !== "string" || !isValidHostLabel(value))
    throw new Error(`${member} must be a valid host label: letters, digits and inner hyphens.`);

  return value;
};
