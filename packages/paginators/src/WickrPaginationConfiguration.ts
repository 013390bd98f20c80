import type { WickrClient } from "@wickr-admin/client";
import type { PaginationConfiguration } from "@wickr-admin/runtime/paginator";

/** Which client a paginator of Wickr asks, from where, and how many items at a time. */
export interface WickrPaginationConfiguration<Token = string> extends PaginationConfiguration<
  WickrClient,
  Token
> {}
