import {
  type BlockedGuestUser,
  ListBlockedGuestUsersCommand,
  type ListBlockedGuestUsersCommandInput,
  type ListBlockedGuestUsersCommandOutput,
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
  ListBlockedGuestUsersCommandInput,
  ListBlockedGuestUsersCommandOutput,
  string
> = {
  client: WickrClient,
  command: ListBlockedGuestUsersCommand,
  inputToken: "nextToken",
  pageSize: "maxResults",
  nextToken: (page) => page.nextToken,
};

/**
 * Calls `ListBlockedGuestUsers` again and again, and gives its pages one by one.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListBlockedGuestUsers } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", sortFields: "modified", sortDirection: "DESC" };
 * for await (const page of paginateListBlockedGuestUsers({ client }, input)) {
 *   console.log(page.blocklist);
 * }
 * ```
 * @throws {@link WickrServiceException} What {@link ListBlockedGuestUsersCommand} throws: the first page that fails ends it.
 * @throws TypeError where the client is no WickrClient.
 */
export const paginateListBlockedGuestUsers = (
  config: WickrPaginationConfiguration,
  input: ListBlockedGuestUsersCommandInput,
  options?: SendOptions,
): Paginator<ListBlockedGuestUsersCommandOutput> => paginate(pages, config, input, options);

/**
 * Calls `ListBlockedGuestUsers` again and again, and gives the items of `blocklist` one by one. The
 * next page is asked for when the last item of a page has been taken.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListBlockedGuestUsersItems } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", sortFields: "modified", sortDirection: "DESC" };
 * for await (const item of paginateListBlockedGuestUsersItems({ client }, input)) {
 *   console.log(item);
 * }
 * ```
 */
export async function* paginateListBlockedGuestUsersItems(
  config: WickrPaginationConfiguration,
  input: ListBlockedGuestUsersCommandInput,
  options?: SendOptions,
): Paginator<BlockedGuestUser> {
  for await (const page of paginateListBlockedGuestUsers(config, input, options)) {
    yield* page.blocklist;
  }
  return undefined;
}
