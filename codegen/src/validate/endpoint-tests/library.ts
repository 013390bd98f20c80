import type { Json } from "../../model/model.js";
import { partitionOf } from "./partitions.js";

/** A value of the rules; undefined where there is none. */
export type Value = Json | undefined;

/** A function of the rules. What it cannot do anything with gives nothing. */
type RuleFunction = (...values: readonly Value[]) => Value;

/** A function of texts and switches, which gives nothing where its first argument is no text. */
const ofText =
  (give: (text: string, ...more: readonly Value[]) => Value): RuleFunction =>
  (text, ...more) =>
    typeof text === "string" ? give(text, ...more) : undefined;

const isHostLabel = (text: string): boolean => /^(?!-)[\dA-Za-z-]{1,63}(?<!-)$/.test(text);

const segments = (text: string, allowSubDomains: Value): string[] =>
  allowSubDomains === true ? text.split(".") : [text];

/** The functions of the rules engine and of its AWS extension; `getAttr` is the evaluator's. */
export const LIBRARY: Readonly<Record<string, RuleFunction>> = {
  isSet: (value) => value !== undefined && value !== null,
  not: (value) => value !== true,
  stringEquals: (one, other) => one === other,
  booleanEquals: (one, other) => one === other,
  coalesce: (...values) => values.find((value) => value !== undefined && value !== null),
  ite: (condition, yes, no) => (condition === true ? yes : no),
  isValidHostLabel: ofText((text, allowSubDomains) =>
    segments(text, allowSubDomains).every(isHostLabel),
  ),
  parseURL: ofText(urlOf),
  substring: ofText((text, start, stop, reverse) => {
    const [from, to] = [Number(start), Number(stop)];
    // oxlint-disable-next-line no-control-regex -- all of ASCII is meant
    if (from >= to || to > text.length || /[^\u0000-\u007f]/.test(text)) return undefined;
    return reverse === true
      ? text.slice(text.length - to, text.length - from)
      : text.slice(from, to);
  }),
  split: ofText((text, delimiter, limit) => {
    const parts = text.split(String(delimiter));
    const most = Number(limit);
    if (most <= 0 || parts.length <= most) return parts;
    return [...parts.slice(0, most - 1), parts.slice(most - 1).join(String(delimiter))];
  }),
  uriEncode: ofText((text) =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (character) => `%${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
    ),
  ),
  "aws.partition": ofText(partitionOf),
  "aws.parseArn": ofText((text) => {
    const [arn, partition, service, region, accountId, ...resource] = text.split(":");
    if (arn !== "arn" || !partition || !service || resource.join("") === "") return undefined;
    return {
      partition,
      service,
      region: region ?? "",
      accountId: accountId ?? "",
      resourceId: resource.join(":").split(/[:/]/),
    };
  }),
  "aws.isVirtualHostableS3Bucket": ofText((text, allowSubDomains) =>
    segments(text, allowSubDomains).every(
      (label) => isHostLabel(label) && label.length > 2 && !/[A-Z]/.test(label),
    ),
  ),
};

/** The parts of a URL of HTTP without a query. */
function urlOf(text: string): Value {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, pathname, search } = new URL(text);
  if (search !== "" || !/^https?:$/.test(protocol)) return undefined;
  return {
    scheme: protocol.slice(0, -1),
    authority: /^\w+:\/\/([^/?#]*)/.exec(text)?.[1] ?? "",
    path: pathname,
    normalizedPath: pathname.replace(/\/?$/, "/"),
    isIp: hostname.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(hostname),
  };
}
