import { PAGINATED, PAGINATION_PARTS, paginatedTraitOf } from "../../facts/pagination.js";
import type { Impact } from "../change.js";
import type { Rule } from "../comparison.js";
import { fromTo, value } from "../wording.js";

/** The mock pages as its tests say, whatever the trait. */
const of = (client: Impact["client"]): Impact => ({ client, mock: "patch" });

/** Paginators that are new, gone, or go another way. */
export const changedPagination: Rule = ({ services, operations, report }) => {
  for (const pair of operations.both) {
    const was = paginatedTraitOf(pair.before, services.before);
    const is = paginatedTraitOf(pair.after, services.after);
    const add = (kind: string, message: string, impact: Impact) =>
      report(kind, pair.after.id, message, impact, PAGINATED);
    if (!was && is) {
      add("AddedPaginator", "paginator added", of("additive"));
    } else if (was && !is) {
      add("RemovedPaginator", "paginator removed", of("breaking"));
    } else if (was && is) {
      for (const name of PAGINATION_PARTS) {
        if (was[name] === is[name]) continue;
        const isNewPageSize = name === "pageSize" && was[name] === undefined;
        const message = isNewPageSize
          ? `page size added: ${value(is[name])}`
          : `pagination: ${name} changed ${fromTo(was[name], is[name])}`;
        add("ChangedPaginatedTrait", message, of(isNewPageSize ? "additive" : "breaking"));
      }
    }
  }
};
