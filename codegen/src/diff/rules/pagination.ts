import type { OperationShape, ServiceShape } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import type { Impact } from "../change.js";
import type { Rule } from "../comparison.js";
import { fromTo, value } from "../wording.js";

/** The mock pages as its tests say, whatever the trait. */
const of = (client: Impact["client"]): Impact => ({ client, mock: "patch" });

const PROPERTIES = ["inputToken", "outputToken", "pageSize", "items"] as const;
type Paginated = Partial<Record<(typeof PROPERTIES)[number], string>>;

/** Paginators that are new, gone, or go another way. */
export const changedPagination: Rule = ({ services, operations, report }) => {
  for (const pair of operations.both) {
    const was = paginated(services.before, pair.before);
    const is = paginated(services.after, pair.after);
    const add = (kind: string, message: string, impact: Impact) =>
      report(kind, pair.after.id, message, impact, "smithy.api#paginated");
    if (!was && is) add("AddedPaginator", "paginator added", of("additive"));
    else if (was && !is) add("RemovedPaginator", "paginator removed", of("breaking"));
    else if (was && is) {
      for (const name of PROPERTIES) {
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

const paginated = (service: ServiceShape, operation: OperationShape): Paginated | undefined => {
  const own = trait(operation, "paginated") as Paginated | undefined;
  return own && { ...(trait(service, "paginated") as Paginated | undefined), ...own };
};
