import {
  type Json,
  type Model,
  type OperationShape,
  type ServiceShape,
  structureOf,
} from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { ruleSetOf } from "./rule-set-of.js";

const STATIC = "smithy.rules#staticContextParams";
const MEMBER = "smithy.rules#contextParam";
const OPERATION = "smithy.rules#operationContextParams";
const CLIENT = "smithy.rules#clientContextParams";

/** A parameter of the endpoint rules whose value comes with the call. */
export interface ContextParameter {
  readonly name: string;
  readonly value: ContextValue;
}

/** Where a parameter's value comes from. */
export type ContextValue =
  | { readonly kind: "fixed"; readonly value: Json }
  /** A member of the operation's input. */
  | { readonly kind: "member"; readonly member: string }
  /** A JMESPath expression over the operation's input. */
  | { readonly kind: "path"; readonly path: string };

/** The parameters that an operation gives to the endpoint rules: fixed ones, members of its input, and expressions. */
export const contextParametersOf = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
): ContextParameter[] => {
  const { parameters } = ruleSetOf(service);
  const found = new Map<string, ContextParameter>();
  // What comes first is the most specific, and wins.
  const add = (name: string, value: ContextValue) => {
    if (Object.hasOwn(parameters, name) && !found.has(name)) found.set(name, { name, value });
  };
  for (const [name, { value }] of entries<{ value: Json }>(trait(operation, STATIC)))
    add(name, { kind: "fixed", value });

  if (operation.input !== "smithy.api#Unit") {
    for (const member of structureOf(model, operation.input).members.values()) {
      const bound = trait<{ name: string }>(member, MEMBER);
      if (bound) add(bound.name, { kind: "member", member: member.name });
    }
    for (const [name, { path }] of entries<{ path: string }>(trait(operation, OPERATION)))
      add(name, { kind: "path", path });
  }
  return [...found.values()];
};

/** A parameter of the endpoint rules that users set on the client. */
export interface ClientParameter {
  readonly name: string;
  readonly type: string;
  readonly documentation?: string;
}

/** The parameters of the endpoint rules that users set on the client, by `smithy.rules#clientContextParams`. */
export const clientContextParametersOf = (service: ServiceShape): ClientParameter[] => {
  const { parameters } = ruleSetOf(service);
  return entries<Omit<ClientParameter, "name">>(trait(service, CLIENT))
    .filter(([name]) => Object.hasOwn(parameters, name))
    .map(([name, parameter]) => ({ name, ...parameter }));
};

const entries = <T>(value: Json | undefined): [string, T][] =>
  Object.entries((value ?? {}) as Record<string, Json>) as unknown as [string, T][];
