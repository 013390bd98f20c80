import { compileJmespath } from "../jmespath/match.js";
import { access, camelCase, literal } from "../typescript/names.js";
import {
  type Json,
  type Model,
  type OperationShape,
  type ServiceShape,
  structureOf,
} from "../model/model.js";
import { trait } from "../model/traits.js";
import { type Type, keyword } from "../typescript/tree.js";
import { ruleSetOf } from "./rule-set-of.js";

const STATIC = "smithy.rules#staticContextParams";
const MEMBER = "smithy.rules#contextParam";
const OPERATION = "smithy.rules#operationContextParams";
const CLIENT = "smithy.rules#clientContextParams";

/** A parameter of the endpoint rules whose value comes with the call. */
export interface ContextParameter {
  readonly name: string;
  /** TypeScript text of its value, in terms of `input`. */
  readonly code: string;
  /** Functions of the runtime's waiter entry that the text calls. */
  readonly helpers: readonly string[];
}

/** The parameters that an operation gives to the endpoint rules: fixed ones, members of its input, and expressions. */
export const contextParametersOf = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
): ContextParameter[] => {
  const { parameters } = ruleSetOf(service);
  const found = new Map<string, ContextParameter>();
  // What comes first is the most specific, and wins.
  const add = (name: string, code: string, helpers: readonly string[] = []) => {
    if (Object.hasOwn(parameters, name) && !found.has(name))
      found.set(name, { name, code, helpers });
  };
  for (const [name, { value }] of entries<{ value: Json }>(trait(operation, STATIC)))
    add(name, literal(value));
  if (operation.input !== "smithy.api#Unit") {
    for (const member of structureOf(model, operation.input).members.values()) {
      const bound = trait<{ name: string }>(member, MEMBER);
      if (bound) add(bound.name, `input${access(member.name)}`);
    }
    for (const [name, { path }] of entries<{ path: string }>(trait(operation, OPERATION))) {
      const { text, helpers } = compileJmespath(model, operation.input, path, "input");
      add(name, text, helpers);
    }
  }
  return [...found.values()];
};

/** A parameter of the endpoint rules that users set on the client. */
export interface ClientParameter {
  readonly name: string;
  /** The member of the client's configuration. */
  readonly setting: string;
  readonly type: string;
  readonly documentation?: string;
}

/** The parameters of the endpoint rules that users set on the client, by `smithy.rules#clientContextParams`. */
export const clientContextParametersOf = (service: ServiceShape): ClientParameter[] => {
  const { parameters } = ruleSetOf(service);
  return entries<Omit<ClientParameter, "name" | "setting">>(trait(service, CLIENT))
    .filter(([name]) => Object.hasOwn(parameters, name))
    .map(([name, parameter]) => ({ name, setting: camelCase(name), ...parameter }));
};

/** A parameter's type in TypeScript. */
export const typeOfParameter = (type: string): Type =>
  keyword(
    ({ boolean: "boolean", stringarray: "readonly string[]" } as const)[type.toLowerCase()] ??
      "string",
  );

const entries = <T>(value: Json | undefined): [string, T][] =>
  Object.entries((value ?? {}) as Record<string, Json>) as unknown as [string, T][];
