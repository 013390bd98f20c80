import { type Value, type ValueType, atom, enclosed, operation, test } from "./value.js";

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
  readonly write: (values: readonly Value[], runtime: (name: string) => string) => Value;
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
  (name: string, type: ValueType, optional = false): RuleFunction["write"] =>
  (values, runtime) =>
    atom(`${runtime(name)}(${values.map(({ code }) => code).join(", ")})`, type, optional);

const equals: RuleFunction["write"] = ([left, right]) =>
  test(`${enclosed(left!)} === ${enclosed(right!)}`, `${enclosed(left!)} !== ${enclosed(right!)}`);

const not = (value: Value): Value => test(value.negation ?? `!${enclosed(value)}`, value.code);

const isLiteral = ({ code }: Value): boolean => code === "true" || code === "false";

/** The functions of the rules engine's library and of its AWS extension. `getAttr` is apart: it needs its path. */
export const FUNCTIONS: Readonly<Record<string, RuleFunction>> = {
  isSet: {
    parameters: ["any"],
    takesNothing: true,
    write: ([value]) =>
      value!.optional
        ? test(`${enclosed(value!)} != null`, `${enclosed(value!)} == null`)
        : test("true", "false"),
  },
  not: {
    parameters: ["boolean"],
    write: ([value]) => not(value!),
  },
  stringEquals: { parameters: ["string", "string"], takesNothing: true, write: equals },
  booleanEquals: {
    parameters: ["boolean", "boolean"],
    takesNothing: true,
    write: (values, runtime) => {
      const [left, right] = values as [Value, Value];
      const [known, other] = isLiteral(left) ? [left, right] : [right, left];
      if (!isLiteral(known) || other.optional) return equals(values, runtime);
      return known.code === "true" ? other : not(other);
    },
  },
  isValidHostLabel: {
    parameters: ["string", "boolean"],
    required: 1,
    write: call("isValidHostLabel", "boolean"),
  },
  parseURL: { parameters: ["string"], write: call("parseUrl", URL, true) },
  substring: {
    parameters: ["string", "integer", "integer", "boolean"],
    write: call("substring", "string", true),
  },
  uriEncode: { parameters: ["string"], write: call("uriEncode", "string") },
  split: { parameters: ["string", "string", "integer"], write: call("splitText", "strings") },
  coalesce: {
    parameters: ["any", "any"],
    variadic: true,
    takesNothing: true,
    write: (values) =>
      operation(
        values.map(enclosed).join(" ?? "),
        values[0]!.type,
        values.every(({ optional }) => optional),
      ),
  },
  ite: {
    parameters: ["boolean", "any", "any"],
    takesNothing: true,
    write: ([condition, yes, no]) =>
      operation(
        `${enclosed(condition!)} ? ${enclosed(yes!)} : ${enclosed(no!)}`,
        yes!.type,
        yes!.optional || no!.optional,
      ),
  },
  "aws.partition": { parameters: ["string"], write: call("partition", PARTITION) },
  "aws.parseArn": { parameters: ["string"], write: call("parseArn", ARN, true) },
  "aws.isVirtualHostableS3Bucket": {
    parameters: ["string", "boolean"],
    required: 1,
    write: call("isVirtualHostableS3Bucket", "boolean"),
  },
};
