import { isValidHostLabel } from "./host-label.js";

/** Whether a bucket's name can be part of a host name; with subdomains, each of its segments. */
export const isVirtualHostableS3Bucket = (text: string, allowSubDomains = false): boolean =>
  (allowSubDomains ? text.split(".") : [text]).every(
    (label) => isValidHostLabel(label) && label.length >= 3 && label === label.toLowerCase(),
  );
