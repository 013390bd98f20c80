import type { Facts } from "./facts.js";
import { isRequired } from "./members.js";
import {
  type Member,
  type OperationShape,
  type ShapeId,
  type StructureShape,
  dataShapeOf,
  structureOf,
} from "../model/model.js";
import { trait } from "../model/traits.js";

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

interface PaginatedTrait {
  readonly inputToken?: string;
  readonly outputToken?: string;
  readonly pageSize?: string;
  readonly items?: string;
}

/** The operation's pagination; undefined where it has none. */
export const paginationOf = (
  { model, service }: Facts,
  operation: OperationShape,
): Pagination | undefined => {
  const own = trait(operation, "paginated") as PaginatedTrait | undefined;
  if (!own) return undefined;
  const { inputToken, outputToken, pageSize, items }: PaginatedTrait = {
    ...(trait(service, "paginated") as PaginatedTrait | undefined),
    ...own,
  };
  const input = structureOf(model, operation.input);
  const pathOf = (path: string) => {
    const members = membersOn(path, operation.output, (id) => structureOf(model, id));
    return pathThrough(members);
  };
  return {
    inputToken: memberOf(input, inputToken ?? ""),
    outputToken: pathOf(outputToken ?? ""),
    pageSize: pageSize === undefined ? undefined : memberOf(input, pageSize),
    items: items === undefined ? undefined : pathOf(items),
  };
};

/** Whether a path ends at a map rather than at a list. */
export const isMap = ({ model }: Facts, { end }: Path): boolean =>
  dataShapeOf(model, end.target).type === "map";

const membersOn = (
  path: string,
  output: ShapeId,
  structure: (id: ShapeId) => StructureShape,
): Member[] => {
  let id = output;
  return path.split(".").map((name) => {
    const member = memberOf(structure(id), name);
    id = member.target;
    return member;
  });
};

const pathThrough = (members: readonly Member[]): Path => {
  const optional = members.some((member) => !isRequired(member));
  const end = members.at(-1);
  if (!end) throw new Error("A path has at least one member.");
  return { members, end, optional };
};

const memberOf = (structure: StructureShape, name: string): Member => {
  const member = structure.members.get(name);
  if (!member) throw new Error(`Structure ${structure.id} has no member ${name}.`);
  return member;
};
