import { isRequired } from "../../facts/members.js";
import { operationsOf, structureAt, targetOf } from "../../facts/shapes.js";
import {
  CONFIRMED_ACCEPTORS,
  type Confirmation,
  confirmedAcceptorsOf,
  waitersOf,
} from "../../facts/waiters.js";
import { type OperationShape, type ShapeId, dataShapeOf } from "../../model/model.js";
import type { Rule, Scope } from "../scope.js";
import { aType, orList } from "../text.js";

/** Acceptors that another operation confirms belong to a waiter, and make an input of that operation. */
export const confirmedAcceptors: Rule = (scope) => {
  for (const operation of operationsOf(scope.shapes)) {
    const waiters = waitersOf(operation);
    for (const name of confirmedAcceptorsOf(operation).keys()) {
      const waiter = waiters.get(name);
      if (!waiter) {
        const known = [...waiters.keys()].map((each) => JSON.stringify(each));
        scope.error(
          operation.id,
          `found acceptors of waiter ${JSON.stringify(name)}, expected a waiter of the operation${known.length > 0 ? `: ${orList(known)}` : ", which has none"}`,
          CONFIRMED_ACCEPTORS,
        );
        continue;
      }
      waiter.acceptors.forEach(({ confirmedBy }, index) => {
        if (!confirmedBy) return;
        const at = `in acceptor ${index} of waiter ${JSON.stringify(name)}`;
        checkConfirmation(scope, operation, confirmedBy, at);
      });
    }
  }
};

const checkConfirmation = (
  { model, services, error }: Scope,
  operation: OperationShape,
  { operation: id, input: given }: Confirmation,
  at: string,
): void => {
  const report = (message: string) => error(operation.id, `${message}, ${at}`, CONFIRMED_ACCEPTORS);
  // A model without a service has no client to ask with.
  const inService = services.filter(({ operations }) => operations.includes(operation));
  const confirming = model.shapes.get(id);
  if (
    confirming?.type !== "operation" ||
    !inService.every(({ operations }) => operations.includes(confirming))
  ) {
    report(`found ${id}, expected an operation of the service`);
    return;
  }
  const memberOf = (shape: ShapeId, name: string) => {
    const member = structureAt(model, shape)?.members.get(name);
    if (!member) report(`found no member ${name} in ${shape}, expected one`);
    return member;
  };
  for (const [to, from] of given) {
    const target = memberOf(confirming.input, to);
    const source = memberOf(operation.input, from);
    if (!target || !source || !targetOf(model, target) || !targetOf(model, source)) continue;
    const [wanted, found] = [target, source].map((each) => dataShapeOf(model, each.target));
    if (wanted !== found && !(isSimple(wanted!.type) && wanted!.type === found!.type)) {
      report(
        `found member ${from}, ${aType(found!.type)}, for ${to}, expected ${aType(wanted!.type)}`,
      );
    } else if (isRequired(target) && !isRequired(source)) {
      report(
        `found member ${from}, which may be missing, for ${to}, which ${confirming.input} requires`,
      );
    }
  }
  for (const member of structureAt(model, confirming.input)?.members.values() ?? []) {
    if (!isRequired(member) || given.has(member.name)) continue;
    report(`found nothing for ${member.name}, which ${confirming.input} requires`);
  }
};

/** Whether values are of the same type in TypeScript wherever the types of shapes are the same. */
const isSimple = (type: string): boolean =>
  !["structure", "union", "list", "map", "enum", "intEnum"].includes(type);
