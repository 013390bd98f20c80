import type { Json } from "../../model/model.js";

/** The value of `smithy.rules#endpointRuleSet`. */
export interface RuleSet {
  readonly version?: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly rules: readonly Rule[];
}

/** What rules may look at. */
export interface Parameter {
  /** `string`, `boolean` or `stringArray`; older rule sets begin it with a capital. */
  readonly type: string;
  /** Where its value comes from, such as `AWS::Region`. */
  readonly builtIn?: string;
  readonly default?: Json;
  readonly required?: boolean;
  readonly documentation?: string;
  readonly deprecated?: { readonly message?: string; readonly since?: string };
}

/** The built-ins that the client fills in, and the names it gives them by. */
const BUILT_INS: Readonly<Record<string, string>> = {
  "AWS::Region": "Region",
  "AWS::UseFIPS": "UseFIPS",
  "AWS::UseDualStack": "UseDualStack",
  "SDK::Endpoint": "Endpoint",
};

/** Whether the client fills the built-in in. */
export const isBuiltIn = (name: string): boolean => Object.hasOwn(BUILT_INS, name);

/** The name under which a parameter's value is handed over: the built-in's, else its own. */
export const parameterKey = (name: string, { builtIn }: Parameter): string =>
  builtIn !== undefined && isBuiltIn(builtIn) ? (BUILT_INS[builtIn] ?? name) : name;

export interface Rule {
  readonly type?: string;
  readonly conditions?: readonly Condition[];
  readonly documentation?: string;
  readonly endpoint?: Endpoint;
  readonly error?: Expression;
  readonly rules?: readonly Rule[];
}

export interface Endpoint {
  readonly url: Expression;
  readonly headers?: Readonly<Record<string, readonly Expression[]>>;
  readonly properties?: Readonly<Record<string, Json>>;
}

export interface Call {
  readonly fn: string;
  readonly argv: readonly Expression[];
}

export interface Condition extends Call {
  readonly assign?: string;
}

/** Text is a template: `{Region}` and `{url#authority}` stand for values. */
export type Expression =
  | string
  | boolean
  | number
  | readonly Expression[]
  | { readonly ref: string }
  | Call;

export const isCall = (expression: Expression): expression is Call =>
  typeof expression === "object" && "fn" in expression;

export const isReference = (expression: Expression): expression is { readonly ref: string } =>
  typeof expression === "object" && "ref" in expression;
