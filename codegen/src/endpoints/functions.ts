import {
  type Expression,
  binary,
  call as callOf,
  conditional,
  isMissing,
  isPresent,
  literal,
} from "../typescript/tree.js";
import type { ImportSymbol } from "../typescript/symbols.js";
import { runtime } from "../typescript/runtime.js";
import { type Value, type ValueType, not, test, valueOf } from "./value.js";

/** A function of the rules as TypeScript. */
export interface RuleFunction {
  /** The types of the arguments, in order; `any` where none is asked for. */
  readonly parameters: readonly (ValueType | "any")[];
  /** How many arguments must be there; all where absent. */
  readonly required?: number;
  /** Whether the last parameter takes all further arguments. */
  readonly variadic?: boolean;
  /** Whether arguments may be undefined. */
  readonly takesNothing?: boolean;
  readonly write: (...values: readonly Value[]) => Value;
}

const PARTITION: ValueType = {
  name: "string",
  dnsSuffix: "string",
  dualStackDnsSuffix: "string",
  implicitGlobalRegion: "string",
  supportsFIPS: "boolean",
  supportsDualStack: "boolean",
};

const URL: ValueType = {
  scheme: "string",
  authority: "string",
  path: "string",
  normalizedPath: "string",
  isIp: "boolean",
};

const ARN: ValueType = {
  partition: "string",
  service: "string",
  region: "string",
  accountId: "string",
  resourceId: "strings",
};

/** A call of a function of the runtime. */
const call =
  (of: ImportSymbol, type: ValueType, optional = false): RuleFunction["write"] =>
  (...values) =>
    valueOf(callOf(of, ...values.map(({ expression }) => expression)), type, optional);

/** What stands in the place of an argument that is missing: the call is refused. */
const NONE = valueOf(literal(false), "boolean");

const equals = (left: Value, right: Value): Value =>
  test(
    binary(left.expression, "===", right.expression),
    binary(left.expression, "!==", right.expression),
  );

const isKnown = ({ expression }: Value): boolean => expression.kind === "literal";

const isTrue = ({ expression }: Value): boolean =>
  expression.kind === "literal" && expression.value === true;

const { internal } = runtime;

/** The functions of the rules engine's library and of its AWS extension. `getAttr` is apart: it needs its path. */
export const FUNCTIONS: Readonly<Record<string, RuleFunction>> = {
  isSet: {
    parameters: ["any"],
    takesNothing: true,
    write: ({ expression, optional } = NONE) =>
      optional
        ? test(isPresent(expression), isMissing(expression))
        : test(literal(true), literal(false)),
  },
  not: { parameters: ["boolean"], write: (value = NONE) => not(value) },
  stringEquals: {
    parameters: ["string", "string"],
    takesNothing: true,
    write: (left = NONE, right = NONE) => equals(left, right),
  },
  booleanEquals: {
    parameters: ["boolean", "boolean"],
    takesNothing: true,
    write: (left = NONE, right = NONE) => {
      const [known, other] = isKnown(left) ? [left, right] : [right, left];
      if (!isKnown(known) || other.optional) return equals(left, right);
      return isTrue(known) ? other : not(other);
    },
  },
  isValidHostLabel: {
    parameters: ["string", "boolean"],
    required: 1,
    write: call(internal.isValidHostLabel, "boolean"),
  },
  parseURL: { parameters: ["string"], write: call(internal.parseUrl, URL, true) },
  substring: {
    parameters: ["string", "integer", "integer", "boolean"],
    write: call(internal.substring, "string", true),
  },
  uriEncode: { parameters: ["string"], write: call(internal.uriEncode, "string") },
  split: {
    parameters: ["string", "string", "integer"],
    write: call(internal.splitText, "strings"),
  },
  coalesce: {
    parameters: ["any", "any"],
    variadic: true,
    takesNothing: true,
    write: (first = NONE, ...rest) =>
      valueOf(
        rest.reduce<Expression>(
          (left, { expression }) => binary(left, "??", expression),
          first.expression,
        ),
        first.type,
        [first, ...rest].every(({ optional }) => optional),
      ),
  },
  ite: {
    parameters: ["boolean", "any", "any"],
    takesNothing: true,
    write: (condition = NONE, yes = NONE, no = NONE) =>
      valueOf(
        conditional(condition.expression, yes.expression, no.expression),
        yes.type,
        yes.optional || no.optional,
      ),
  },
  "aws.partition": { parameters: ["string"], write: call(internal.partition, PARTITION) },
  "aws.parseArn": { parameters: ["string"], write: call(internal.parseArn, ARN, true) },
  "aws.isVirtualHostableS3Bucket": {
    parameters: ["string", "boolean"],
    required: 1,
    write: call(internal.isVirtualHostableS3Bucket, "boolean"),
  },
};
