import { contextParametersOf } from "../facts/endpoints/context-parameters.js";
import { compileJmespath } from "../jmespath/match.js";
import type { Model, OperationShape, ServiceShape } from "../model/model.js";
import { ownMember } from "../typescript/own-members.js";
import {
  type Expression,
  type Keyword,
  type Type,
  keyword,
  literal,
  name,
} from "../typescript/tree.js";

/** A parameter of the endpoint rules that a call gives, in terms of `input`. */
export interface CompiledParameter {
  readonly name: string;
  readonly value: Expression;
}

/** The parameters that an operation gives to the endpoint rules. */
export const compileContextParameters = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
): CompiledParameter[] =>
  contextParametersOf(model, service, operation).map(({ name: parameter, value }) => {
    switch (value.kind) {
      case "fixed":
        return { name: parameter, value: literal(value.value) };
      case "member":
        return { name: parameter, value: ownMember(name("input"), value.member) };
      case "path": {
        const { expression } = compileJmespath(model, operation.input, value.path, "input");
        return { name: parameter, value: expression };
      }
    }
  });

/** A parameter's type in TypeScript. */
export const typeOfParameter = (type: string): Type =>
  keyword(TYPES.get(type.toLowerCase()) ?? "string");

const TYPES: ReadonlyMap<string, Keyword> = new Map([
  ["boolean", "boolean"],
  ["stringarray", "readonly string[]"],
]);
