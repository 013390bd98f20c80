import { isObject, property } from "../model/json.js";
import type { Member, Model, OperationShape, ServiceShape, ShapeId } from "../model/model.js";
import { hasTrait, trait } from "../model/traits.js";
import type { Facts } from "./facts.js";
import { isRequired } from "./members.js";
import { structureAt, targetOf } from "./shapes.js";

/** How an operation is paginated: its trait, with what the service's trait adds. */
export interface Pagination {
  readonly inputToken: Member;
  /** From the output to the token. */
  readonly outputToken: Path;
  readonly pageSize: Member | undefined;
  /** From the output to what the pages hold. */
  readonly items: Path | undefined;
}

/** A way through structures, and the member it ends at. */
export interface Path {
  /** From the first to the last. */
  readonly members: readonly Member[];
  readonly end: Member;
  /** Whether something on the way, or the end, may be missing. */
  readonly optional: boolean;
}

/** The trait that makes an operation give its result in pages. */
export const PAGINATED = "smithy.api#paginated";

/** What the `paginated` trait names: members of the input, and paths through the output. */
export const PAGINATION_PARTS = ["inputToken", "outputToken", "pageSize", "items"] as const;

/** The value of the `paginated` trait, as far as it is there. */
export type PaginatedTrait = Partial<Record<(typeof PAGINATION_PARTS)[number], string>>;

/** The operation's trait, with what the service's adds; undefined where the operation has none. */
export const paginatedTraitOf = (
  operation: OperationShape,
  service?: ServiceShape,
): PaginatedTrait | undefined =>
  hasTrait(operation, PAGINATED)
    ? { ...(service && ownTraitOf(service)), ...ownTraitOf(operation) }
    : undefined;

const ownTraitOf = (shape: OperationShape | ServiceShape): PaginatedTrait => {
  const value = trait(shape, PAGINATED);
  if (!isObject(value)) return {};
  return Object.fromEntries(
    PAGINATION_PARTS.flatMap((part) => {
      const path = property(value, part);
      return typeof path === "string" ? [[part, path]] : [];
    }),
  );
};

/** The members on a way through structures, such as `result.users`; undefined where it leads nowhere. */
export const membersOnPath = (
  model: Model,
  from: ShapeId,
  path: string,
): readonly [Member, ...Member[]] | undefined => {
  const [name = "", ...rest] = path.split(".");
  const member = structureAt(model, from)?.members.get(name);
  if (!member) return undefined;
  if (rest.length === 0) return [member];
  const others = membersOnPath(model, member.target, rest.join("."));
  return others && [member, ...others];
};

/** The operation's pagination; undefined where it has none. */
export const paginationOf = (
  { model, service }: Facts,
  operation: OperationShape,
): Pagination | undefined => {
  const paginated = paginatedTraitOf(operation, service);
  if (!paginated) return undefined;
  const input = structureAt(model, operation.input);
  const member = (name: string | undefined) =>
    name === undefined ? undefined : input?.members.get(name);
  const path = (text: string | undefined) => {
    const members = text === undefined ? undefined : membersOnPath(model, operation.output, text);
    return members && pathThrough(members);
  };
  const inputToken = member(paginated.inputToken);
  const outputToken = path(paginated.outputToken);
  return inputToken && outputToken
    ? {
        inputToken,
        outputToken,
        pageSize: member(paginated.pageSize),
        items: path(paginated.items),
      }
    : undefined;
};

/** Whether a path ends at a map rather than at a list. */
export const isMap = ({ model }: Facts, { end }: Path): boolean =>
  targetOf(model, end)?.type === "map";

const pathThrough = (members: readonly [Member, ...Member[]]): Path => {
  const optional = members.some((member) => !isRequired(member));
  return { members, end: members.at(-1) ?? members[0], optional };
};
