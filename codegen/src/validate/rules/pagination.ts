import { isObject, property, type JsonObject } from "../../model/json.js";
import type { Member, Model, OperationShape, Shape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { structureAt, targetOf } from "../operation-members.js";
import type { Rule, Scope } from "../scope.js";
import { aType, orList } from "../text.js";

const PAGINATED = "smithy.api#paginated";

/** What `paginated` names is there and of the right type, with the service's defaults filled in. */
export const pagination: Rule = (scope) => {
  const checked = new Set<OperationShape>();
  for (const { service, operations } of scope.services) {
    const defaults = objectOf(trait(service, PAGINATED));
    for (const operation of operations) {
      if (!hasTrait(operation, PAGINATED)) continue;
      checked.add(operation);
      checkOperation(scope, operation, { ...defaults, ...objectOf(trait(operation, PAGINATED)) });
    }
  }
  for (const shape of scope.shapes) {
    if (shape.type !== "operation" || checked.has(shape) || !hasTrait(shape, PAGINATED)) continue;
    // Outside of a service, defaults may still come.
    checkOperation(scope, shape, objectOf(trait(shape, PAGINATED)), false);
  }
};

const objectOf = (value: Parameters<typeof isObject>[0]): JsonObject =>
  isObject(value) ? value : {};

interface Part {
  readonly name: "inputToken" | "outputToken" | "pageSize" | "items";
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
  paginated: JsonObject,
  isComplete = true,
): void => {
  for (const { name, side, required, types } of PARTS) {
    const path = property(paginated, name);
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
    if (typeof path !== "string") continue;
    const root = operation[side];
    const member = memberAt(model, root, side === "input" ? [path] : path.split("."));
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

const memberAt = (model: Model, root: string, path: readonly string[]): Member | undefined => {
  let member: Member | undefined;
  let id = root;
  for (const name of path) {
    member = structureAt(model, id)?.members.get(name);
    if (!member) return undefined;
    id = member.target;
  }
  return member;
};
