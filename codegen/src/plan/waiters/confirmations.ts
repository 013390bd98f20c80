import type { Facts } from "../../facts/facts.js";
import { paginationOf } from "../../facts/pagination.js";
import type { Confirmation, Waiter } from "../../facts/waiters.js";
import { compileMatch } from "../../jmespath/match.js";
import { commandSymbols } from "../../layout/client.js";
import { type OperationShape, type ShapeId, shapeOf } from "../../model/model.js";
import { runtime } from "../../typescript/runtime.js";
import type { ImportSymbol } from "../../typescript/symbols.js";
import {
  type Expression,
  awaited,
  call,
  entry,
  member,
  name,
  object,
} from "../../typescript/tree.js";
import { usesName } from "../../typescript/tree-queries.js";
import { valueOnPath } from "../value-on-path.js";

/** A constant of the waiter's module: what it asks another operation. */
export interface PlannedConfirmation {
  readonly name: string;
  readonly command: ImportSymbol;
  readonly input: ImportSymbol;
  readonly output: ImportSymbol;
  /** The input, made of the waiter's. */
  readonly made: Expression;
  readonly makesOfInput: boolean;
  /** The member that takes the token of a page, and the token of the next one; undefined where there are no pages. */
  readonly pages: { readonly inputToken: string; readonly nextToken: Expression } | undefined;
  /** Whether a page is as expected. */
  readonly test: Expression;
  readonly testsInput: boolean;
  readonly testsOutput: boolean;
}

/** What a waiter asks other operations. */
export interface Confirmations {
  readonly planned: readonly PlannedConfirmation[];
  /** Whether an acceptor is confirmed, asked where it matches. */
  readonly isConfirmed: (confirmation: Confirmation) => Expression;
}

/** Plans what acceptors of a waiter ask other operations; acceptors that ask the same share it. */
export const planConfirmations = (
  facts: Facts,
  operation: OperationShape,
  { acceptors }: Waiter,
): Confirmations => {
  const names = new Map<string, string>();
  const planned: PlannedConfirmation[] = [];
  for (const { confirmedBy } of acceptors) {
    if (!confirmedBy || names.has(keyOf(confirmedBy))) continue;
    const constant = planned.length === 0 ? "confirmation" : `confirmation${planned.length + 1}`;
    names.set(keyOf(confirmedBy), constant);
    planned.push(planConfirmation(facts, operation, confirmedBy, constant));
  }
  return {
    planned,
    isConfirmed: (confirmation) =>
      awaited(
        call(
          runtime.waiter.isConfirmed,
          name(names.get(keyOf(confirmation)) ?? ""),
          name("client"),
          name("input"),
          name("options"),
        ),
      ),
  };
};

const keyOf = ({ input, ...rest }: Confirmation): string => JSON.stringify([rest, [...input]]);

const planConfirmation = (
  facts: Facts,
  { input: waiterInput }: OperationShape,
  { operation: id, input, path, comparator, expected }: Confirmation,
  constant: string,
): PlannedConfirmation => {
  const confirming = operationOf(facts, id);
  const root = { input: waiterInput, output: confirming.output };
  const test = compileMatch(facts.model, root, path, comparator, expected).expression;
  const pagination = paginationOf(facts, confirming);
  const { command, input: inputType, output: outputType } = commandSymbols(confirming);
  return {
    name: constant,
    command,
    input: inputType,
    output: outputType,
    made: object([...input].map(([to, from]) => entry(to, member(name("input"), from)))),
    makesOfInput: input.size > 0,
    pages: pagination && {
      inputToken: pagination.inputToken.name,
      nextToken: valueOnPath(name("page"), pagination.outputToken),
    },
    test,
    testsInput: usesName(test, "input"),
    testsOutput: usesName(test, "output"),
  };
};

const operationOf = ({ model }: Facts, id: ShapeId): OperationShape => {
  const shape = shapeOf(model, id);
  if (shape.type !== "operation") throw new Error(`Expected ${id} to be an operation.`);
  return shape;
};
