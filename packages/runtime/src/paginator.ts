/** What generated paginators are made of. */
export type { Paginator } from "@smithy/types";
export type { SendOptions } from "./client/send-options.js";
export {
  type PageCommand,
  type Pages,
  type PaginationConfiguration,
  paginate,
} from "./pagination/paginate.js";
