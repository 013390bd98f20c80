import { isValidHostLabel as isLabel } from "@smithy/core/transport";

/** Whether the text can be a segment of a host name, or several joined by dots. */
export const isValidHostLabel = (text: string, allowSubDomains = false): boolean =>
  isLabel(text, allowSubDomains);
