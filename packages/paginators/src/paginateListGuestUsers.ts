import {
  type GuestUser,
  ListGuestUsersCommand,
  type ListGuestUsersCommandInput,
  type ListGuestUsersCommandOutput,
  WickrClient,
} from "@wickr-admin/client";
import {
  type Pages,
  type Paginator,
  type SendOptions,
  paginate,
} from "@wickr-admin/runtime/paginator";
import type { WickrPaginationConfiguration } from "./WickrPaginationConfiguration.js";

const pages: Pages<WickrClient, ListGuestUsersCommandInput, ListGuestUsersCommandOutput, string> = {
  client: WickrClient,
  command: ListGuestUsersCommand,
  inputToken: "nextToken",
  pageSize: "maxResults",
  nextToken: (page) => page.nextToken,
};

/**
 * Calls `ListGuestUsers` again and again, and gives its pages one by one.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListGuestUsers } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", sortFields: "billingPeriod", sortDirection: "DESC" };
 * for await (const page of paginateListGuestUsers({ client }, input)) {
 *   console.log(page.guestlist);
 * }
 * ```
 * @throws {@link WickrServiceException} What {@link ListGuestUsersCommand} throws: the first page that fails ends it.
 * @throws TypeError where the client is no WickrClient.
 */
export const paginateListGuestUsers = (
  config: WickrPaginationConfiguration,
  input: ListGuestUsersCommandInput,
  options?: SendOptions,
): Paginator<ListGuestUsersCommandOutput> => paginate(pages, config, input, options);

/**
 * Calls `ListGuestUsers` again and again, and gives the items of `guestlist` one by one. The next
 * page is asked for when the last item of a page has been taken.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListGuestUsersItems } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", sortFields: "billingPeriod", sortDirection: "DESC" };
 * for await (const item of paginateListGuestUsersItems({ client }, input)) {
 *   console.log(item);
 * }
 * ```
 */
export async function* paginateListGuestUsersItems(
  config: WickrPaginationConfiguration,
  input: ListGuestUsersCommandInput,
  options?: SendOptions,
): Paginator<GuestUser> {
  for await (const page of paginateListGuestUsers(config, input, options)) {
    yield* page.guestlist;
  }
  return undefined;
}
