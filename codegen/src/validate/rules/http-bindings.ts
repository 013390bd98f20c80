import type { Member, Model, OperationShape, Shape, StructureShape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import {
  type Direction,
  bindingTraitsOf,
  patternOfUri,
  httpTraitOf,
} from "../../facts/bindings.js";
import { operationsOf, structureAt, targetOf } from "../../facts/shapes.js";
import type { Rule, Scope } from "../scope.js";
import { aType } from "../text.js";
import { LABEL_TYPES } from "./http-labels.js";

/** Members are bound to one place of the message each, of a type that fits it, and to none twice. */
export const httpBindings: Rule = (scope) => {
  const inputs = new Map<StructureShape, OperationShape[]>();
  const outputs = new Set<StructureShape>();
  for (const operation of operationsOf(scope.shapes)) {
    if (!hasTrait(operation, "http")) continue;
    const input = structureAt(scope.model, operation.input);
    if (input) inputs.set(input, [...(inputs.get(input) ?? []), operation]);
    for (const id of [operation.output, ...operation.errors]) {
      const output = structureAt(scope.model, id);
      if (output) outputs.add(output);
    }
  }
  for (const [input, operations] of inputs) {
    checkMessage(scope, input, "request");
    for (const operation of operations) checkQueryLiterals(scope, input, operation);
  }
  for (const output of outputs) {
    // Shared with an input, it was checked as one, but for what requests do not have.
    checkMessage(scope, output, "response", inputs.has(output));
  }
};

/** The traits that take a member out of the body. */
const BINDINGS: Readonly<Record<Direction, readonly string[]>> = {
  request: bindingTraitsOf("request").map(({ name }) => name),
  response: bindingTraitsOf("response").map(({ name }) => name),
};

const checkMessage = (
  scope: Scope,
  structure: StructureShape,
  side: Direction,
  isAlsoInput = false,
): void => {
  const { model, error } = scope;
  const members = [...structure.members.values()];
  const bound = (name: string): Member[] => members.filter((member) => hasTrait(member, name));
  const skip = new Set(isAlsoInput ? BINDINGS.request : []);

  for (const member of members) {
    const names = BINDINGS[side].filter((name) => hasTrait(member, name));
    if (names.length > 1 && !isAlsoInput)
      error(member.id, `found the bindings ${names.join(" and ")}, expected one`);

    const target = targetOf(model, member);
    for (const name of names) {
      const expected = target && !skip.has(name) && TARGETS[name]?.(model, target);
      if (target && typeof expected === "string") {
        error(
          member.id,
          `found ${aType(target.type)} with the trait smithy.api#${name}, expected ${expected}`,
        );
      }
    }
  }
  for (const { name, isExclusive } of bindingTraitsOf(side)) {
    if (!isExclusive || skip.has(name)) continue;
    for (const member of bound(name).slice(1))
      error(member.id, `found a second member with the trait smithy.api#${name}, expected one`);
  }
  checkPayload(scope, structure, side);
  if (!isAlsoInput) {
    checkUnique(scope, bound("httpHeader"), "httpHeader");
    checkHeaderNames(scope, bound("httpHeader"), side);
    checkPrefix(scope, bound("httpHeader"), bound("httpPrefixHeaders")[0]);
    if (side === "request") checkUnique(scope, bound("httpQuery"), "httpQuery");
  }
};

const checkPayload = ({ error }: Scope, structure: StructureShape, side: Direction): void => {
  const members = [...structure.members.values()];
  const payload = members.find((member) => hasTrait(member, "httpPayload"));
  if (!payload) return;
  for (const member of members) {
    if (BINDINGS[side].some((name) => hasTrait(member, name))) continue;
    // Host labels may stand in the host and in the body; they need no place in the body.
    if (side === "request" && hasTrait(member, "hostLabel")) continue;
    error(
      member.id,
      `found no binding beside the payload ${payload.name} of the ${side}, expected one, as the payload is the whole body`,
    );
  }
};

/** What a target has to be, where it is something else. */
type TargetCheck = (model: Model, target: Shape) => string | undefined;

const isText = (shape: Shape | undefined): boolean =>
  shape !== undefined && LABEL_TYPES.has(shape.type);
const isString = (shape: Shape | undefined): boolean =>
  shape?.type === "string" || shape?.type === "enum";

const textOrList: TargetCheck = (model, target) =>
  isText(target) || (target.type === "list" && isText(targetOf(model, target.member)))
    ? undefined
    : "a string, number, boolean or timestamp, or a list of them";

const TARGETS: Readonly<Record<string, TargetCheck>> = {
  httpQuery: textOrList,
  httpHeader: textOrList,
  httpQueryParams: (model, target) => {
    const value = target.type === "map" ? targetOf(model, target.value) : undefined;
    const isFit =
      isString(value) || (value?.type === "list" && isString(targetOf(model, value.member)));
    return isFit ? undefined : "a map of strings or of lists of strings";
  },
  httpPrefixHeaders: (model, target) =>
    target.type === "map" && isString(targetOf(model, target.value))
      ? undefined
      : "a map of strings",
  httpPayload: (_, target) =>
    ["string", "enum", "blob", "structure", "union", "document", "list", "map"].includes(
      target.type,
    )
      ? undefined
      : "a string, blob, structure, union, document, list or map",
  httpResponseCode: (_, target) =>
    target.type === "integer" || target.type === "intEnum" ? undefined : "an integer",
};

const checkUnique = ({ error }: Scope, members: readonly Member[], name: string): void => {
  const seen = new Map<string, string>();
  for (const member of members) {
    const value = trait(member, name);
    if (typeof value !== "string") continue;
    // Headers ignore case, queries do not.
    const key = name === "httpHeader" ? value.toLowerCase() : value;
    const other = seen.get(key);
    if (other === undefined) seen.set(key, member.name);
    else
      error(member.id, `found ${name} ${JSON.stringify(value)}, which member ${other} has already`);
    if (value === "") error(member.id, `found an empty ${name}, expected a name`);
  }
};

/** Headers the connection or the signer sets. Setting them from a model breaks requests. */
const RESERVED_HEADERS: ReadonlySet<string> = new Set([
  "authorization",
  "connection",
  "expect",
  "host",
  "max-forwards",
  "proxy-authenticate",
  "server",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "www-authenticate",
  "x-forwarded-for",
]);

/** Reserved as well, yet published models have them. */
const DISCOURAGED_HEADERS: ReadonlySet<string> = new Set(["content-length", "user-agent"]);

const checkHeaderNames = (
  { error, warning, errorUnlessSuppressed }: Scope,
  members: readonly Member[],
  side: Direction,
): void => {
  for (const member of members) {
    const value = trait(member, "httpHeader");
    if (typeof value !== "string") continue;
    const name = value.toLowerCase();
    if (RESERVED_HEADERS.has(name) || DISCOURAGED_HEADERS.has(name)) {
      const message = `found the header ${JSON.stringify(value)}, which HTTP itself uses, expected another one`;
      if (side === "request" && RESERVED_HEADERS.has(name))
        errorUnlessSuppressed("HttpHeaderTrait", member.id, message);
      else warning(member.id, message);
    } else if (value !== "" && !/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(value)) {
      error(member.id, `found the header ${JSON.stringify(value)}, expected a header's name`);
    }
  }
};

const checkPrefix = (
  { errorUnlessSuppressed, warning }: Scope,
  headers: readonly Member[],
  prefixed: Member | undefined,
): void => {
  const prefix = prefixed && trait(prefixed, "httpPrefixHeaders");
  if (!prefixed || typeof prefix !== "string") return;
  for (const member of headers) {
    const value = trait(member, "httpHeader");
    if (typeof value !== "string" || !value.toLowerCase().startsWith(prefix.toLowerCase()))
      continue;
    const message = `found the header ${JSON.stringify(value)}, expected one without the prefix ${JSON.stringify(prefix)} of member ${prefixed.name}`;
    // An empty prefix clashes with every header; it is written on purpose.
    if (prefix === "") warning(member.id, message);
    else errorUnlessSuppressed("HttpPrefixHeadersTrait", member.id, message);
  }
};

const checkQueryLiterals = (
  { error }: Scope,
  input: StructureShape,
  operation: OperationShape,
): void => {
  const { uri } = httpTraitOf(operation);
  const literals = patternOfUri(operation)?.query.map(([key]) => key) ?? [];
  for (const member of input.members.values()) {
    const name = trait(member, "httpQuery");
    if (typeof name !== "string" || !literals.includes(name)) continue;
    error(
      member.id,
      `found httpQuery ${JSON.stringify(name)}, which the URI ${uri} of ${operation.id} sets already`,
    );
  }
};
