import {
  isValidHostLabel,
  isVirtualHostableS3Bucket,
  parseArn,
  parseUrl,
  partition,
  splitText,
  substring,
  uriEncode,
} from "@wickr-admin/runtime/internal";
import type { Json } from "../../model/model.js";

/** A value of the rules; undefined where there is none. */
export type Value = Json | undefined;

/** A function of the rules. What it cannot do anything with gives nothing. */
type RuleFunction = (...values: readonly Value[]) => Value;

/** A function of a text and more, which gives nothing where its first argument is no text. */
const ofText =
  (give: (text: string, ...more: readonly Value[]) => object | Json | undefined): RuleFunction =>
  (text, ...more) =>
    typeof text === "string" ? (give(text, ...more) as Value) : undefined;

/** The functions of the rules engine and of its AWS extension, as clients run them; `getAttr` is the evaluator's. */
export const LIBRARY: Readonly<Record<string, RuleFunction>> = {
  isSet: (value) => value !== undefined && value !== null,
  not: (value) => value !== true,
  stringEquals: (one, other) => one === other,
  booleanEquals: (one, other) => one === other,
  coalesce: (...values) => values.find((value) => value !== undefined && value !== null),
  ite: (condition, yes, no) => (condition === true ? yes : no),
  isValidHostLabel: ofText((text, subDomains) => isValidHostLabel(text, subDomains === true)),
  parseURL: ofText(parseUrl),
  substring: ofText((text, start, stop, reverse) =>
    substring(text, Number(start), Number(stop), reverse === true),
  ),
  split: ofText((text, delimiter, limit) => splitText(text, String(delimiter), Number(limit))),
  uriEncode: ofText((text) => uriEncode(text)),
  "aws.partition": ofText(partition),
  "aws.parseArn": ofText(parseArn),
  "aws.isVirtualHostableS3Bucket": ofText((text, subDomains) =>
    isVirtualHostableS3Bucket(text, subDomains === true),
  ),
};
