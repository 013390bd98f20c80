import { compileJmespath } from "../jmespath/match.js";
import { access, literal } from "../knowledge/typescript-names.js";
import {
  type Json,
  type Model,
  type OperationShape,
  type ServiceShape,
  structureOf,
} from "../model/model.js";
import { hasTrait, trait } from "../model/traits.js";
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

/** Why an operation's endpoint cannot be found, for as long as calls hand nothing over to the rules. */
export const contextParameterProblems = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
): string[] =>
  contextParametersOf(model, service, operation).map(({ name }) => {
    const source = hasTrait(operation, STATIC)
      ? STATIC
      : hasTrait(operation, OPERATION)
        ? OPERATION
        : MEMBER;
    return `the endpoint parameter ${name} comes from ${source}, which is not supported`;
  });

/** A parameter of the endpoint rules that users set on the client. */
export interface ClientParameter {
  readonly name: string;
  readonly type: string;
  readonly documentation?: string;
}

/** The parameters of the endpoint rules that users set on the client, by `smithy.rules#clientContextParams`. */
export const clientContextParametersOf = (service: ServiceShape): ClientParameter[] =>
  entries<Omit<ClientParameter, "name">>(trait(service, CLIENT)).map(([name, parameter]) => ({
    name,
    ...parameter,
  }));

const entries = <T>(value: Json | undefined): [string, T][] =>
  Object.entries((value ?? {}) as Record<string, Json>) as unknown as [string, T][];
