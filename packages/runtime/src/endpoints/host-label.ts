const LABEL = /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/;

/** Whether the text can be a segment of a host name, or several joined by dots. */
export const isValidHostLabel = (text: string, allowSubDomains = false): boolean =>
  allowSubDomains ? text.split(".").every((label) => LABEL.test(label)) : LABEL.test(text);
