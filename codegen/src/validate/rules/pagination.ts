import {
  PAGINATED,
  type PaginatedTrait,
  membersOnPath,
  paginatedTraitOf,
} from "../../facts/pagination.js";
import { operationsOf, targetOf } from "../../facts/shapes.js";
import type { OperationShape, Shape } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import type { Rule, Scope } from "../scope.js";
import { aType, orList } from "../text.js";

/** What `paginated` names is there and of the right type, with the service's defaults filled in. */
export const pagination: Rule = (scope) => {
  const checked = new Set<OperationShape>();
  for (const { service, operations } of scope.services) {
    for (const operation of operations) {
      const paginated = paginatedTraitOf(operation, service);
      if (!paginated) continue;
      checked.add(operation);
      checkOperation(scope, operation, paginated);
    }
  }
  for (const operation of operationsOf(scope.shapes)) {
    const paginated = checked.has(operation) ? undefined : paginatedTraitOf(operation);
    // Outside of a service, defaults may still come.
    if (paginated) checkOperation(scope, operation, paginated, false);
  }
};

interface Part {
  readonly name: keyof PaginatedTrait;
  readonly side: "input" | "output";
  readonly required: boolean;
  readonly types: readonly Shape["type"][];
}

const PARTS: readonly Part[] = [
  // Some published services go on from a map or structure that they gave.
  {
    name: "inputToken",
    side: "input",
    required: true,
    types: ["string", "enum", "map", "structure"],
  },
  {
    name: "outputToken",
    side: "output",
    required: true,
    types: ["string", "enum", "map", "structure"],
  },
  {
    name: "pageSize",
    side: "input",
    required: false,
    types: ["integer", "byte", "short", "long", "intEnum"],
  },
  { name: "items", side: "output", required: false, types: ["list", "map"] },
];

const checkOperation = (
  { model, error, errorUnlessSuppressed, warning }: Scope,
  operation: OperationShape,
  paginated: PaginatedTrait,
  isComplete = true,
): void => {
  for (const { name, side, required, types } of PARTS) {
    const path = paginated[name];
    if (path === undefined) {
      if (required && isComplete) {
        error(
          operation.id,
          `found no ${name} in ${PAGINATED}, expected one here or on the service`,
          PAGINATED,
        );
      }
      continue;
    }
    const root = operation[side];
    const member = membersOnPath(model, root, path)?.at(-1);
    if (!member) {
      error(
        operation.id,
        `found ${name} "${path}" in ${PAGINATED}, expected a member of ${root}`,
        PAGINATED,
      );
      continue;
    }
    const type = targetOf(model, member)?.type;
    if (type !== undefined && !types.includes(type)) {
      const message = `found ${name} "${path}" in ${PAGINATED}, ${aType(type)} (${member.id}), expected ${orList(types.map(aType))}`;
      // A page size in a string is odd, but works: pages are asked for with the text.
      if (name === "pageSize" && type === "string") warning(operation.id, message, PAGINATED);
      else errorUnlessSuppressed("PaginatedTrait", operation.id, message, PAGINATED);
    }
    if (name === "inputToken" && hasTrait(member, "required")) {
      errorUnlessSuppressed(
        "PaginatedTrait",
        operation.id,
        `found inputToken "${path}" in ${PAGINATED}, which ${root} requires, expected an optional member, as the first page has no token`,
        PAGINATED,
      );
    }
  }
};
