import { errorIdsOf, errorStatus } from "../../facts/errors.js";
import type { Facts } from "../../facts/facts.js";
import {
  type Member,
  type OperationShape,
  type StructureShape,
  dataShapeOf,
  nameOf,
  structureOf,
} from "../../model/model.js";

/** The errors an operation can answer with: its own and those of the service. */
export const errorsOf = ({ model, service }: Facts, operation: OperationShape): StructureShape[] =>
  errorIdsOf(service, operation).map((id) => structureOf(model, id));

/** Names of members that say where, and of those that say what. */
const WHERE = ["path", "field", "name", "fieldName"];
const WHAT = ["reason", "message", "description"];

/** How a service reports broken constraints: see the schema of the same name in the runtime. */
export interface ValidationReport {
  readonly error: string;
  readonly list: string;
  readonly path: string;
  readonly message: string;
  readonly style: "pointer" | "dotted";
}

/**
 * How the service reports broken constraints, told from its model: by an error with status 422 or 400
 * whose list holds structures that name a field and a reason. Undefined where it has none.
 */
export const validationReport = (
  facts: Facts,
  operation: OperationShape,
): ValidationReport | undefined => {
  const reports = errorsOf(facts, operation)
    .filter((error) => [400, 422].includes(errorStatus(error)))
    .flatMap((error) => reportsOf(facts, error));
  reports.sort((a, b) => a.rank - b.rank);
  return reports[0]?.report;
};

const reportsOf = ({ model }: Facts, error: StructureShape) =>
  [...error.members.values()].flatMap((member) => {
    const list = dataShapeOf(model, member.target);
    const item = list.type === "list" ? dataShapeOf(model, list.member.target) : undefined;
    if (item?.type !== "structure") return [];
    const text = (names: readonly string[]) =>
      names.map((name) => item.members.get(name)).find((each) => each && isText(each));
    const isText = (each: Member) => dataShapeOf(model, each.target).type === "string";
    const where = text(WHERE);
    const what = text(WHAT);
    const certain = where?.name === "field" && what?.name === "reason";
    if (!where || !what || (!certain && !/valid/i.test(nameOf(error.id)))) return [];
    const report: ValidationReport = {
      error: nameOf(error.id),
      list: member.name,
      path: where.name,
      message: what.name,
      style: where.name === "path" ? "pointer" : "dotted",
    };
    return [
      { report, rank: errorStatus(error) === 422 ? 0 : /valid/i.test(nameOf(error.id)) ? 1 : 2 },
    ];
  });
