import {
  ListSecurityGroupsCommand,
  type ListSecurityGroupsCommandInput,
  type ListSecurityGroupsCommandOutput,
  type SecurityGroup,
  WickrClient,
} from "@wickr-admin/client";
import {
  type Pages,
  type Paginator,
  type SendOptions,
  paginate,
} from "@wickr-admin/runtime/paginator";
import type { WickrPaginationConfiguration } from "./WickrPaginationConfiguration.js";

const pages: Pages<
  WickrClient,
  ListSecurityGroupsCommandInput,
  ListSecurityGroupsCommandOutput,
  string
> = {
  client: WickrClient,
  command: ListSecurityGroupsCommand,
  inputToken: "nextToken",
  pageSize: "maxResults",
  nextToken: (page) => page.nextToken,
};

/**
 * Calls `ListSecurityGroups` again and again, and gives its pages one by one.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListSecurityGroups } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", sortFields: "name", sortDirection: "ASC" };
 * for await (const page of paginateListSecurityGroups({ client }, input)) {
 *   console.log(page.securityGroups);
 * }
 * ```
 * @throws {@link WickrServiceException} What {@link ListSecurityGroupsCommand} throws: the first page that fails ends it.
 * @throws TypeError where the client is no WickrClient.
 */
export const paginateListSecurityGroups = (
  config: WickrPaginationConfiguration,
  input: ListSecurityGroupsCommandInput,
  options?: SendOptions,
): Paginator<ListSecurityGroupsCommandOutput> => paginate(pages, config, input, options);

/**
 * Calls `ListSecurityGroups` again and again, and gives the items of `securityGroups` one by one.
 * The next page is asked for when the last item of a page has been taken.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListSecurityGroupsItems } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", sortFields: "name", sortDirection: "ASC" };
 * for await (const item of paginateListSecurityGroupsItems({ client }, input)) {
 *   console.log(item);
 * }
 * ```
 */
export async function* paginateListSecurityGroupsItems(
  config: WickrPaginationConfiguration,
  input: ListSecurityGroupsCommandInput,
  options?: SendOptions,
): Paginator<SecurityGroup> {
  for await (const page of paginateListSecurityGroups(config, input, options)) {
    yield* page.securityGroups ?? [];
  }
  return undefined;
}
