import {
  ListSecurityGroupUsersCommand,
  type ListSecurityGroupUsersCommandInput,
  type ListSecurityGroupUsersCommandOutput,
  type User,
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
  ListSecurityGroupUsersCommandInput,
  ListSecurityGroupUsersCommandOutput,
  string
> = {
  client: WickrClient,
  command: ListSecurityGroupUsersCommand,
  inputToken: "nextToken",
  pageSize: "maxResults",
  nextToken: (page) => page.nextToken,
};

/**
 * Calls `ListSecurityGroupUsers` again and again, and gives its pages one by one.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListSecurityGroupUsers } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = {
 *   networkId: "84620173",
 *   groupId: "Rv9cWx2L",
 *   sortFields: "lastName+firstName",
 *   sortDirection: "ASC",
 * };
 * for await (const page of paginateListSecurityGroupUsers({ client }, input)) {
 *   console.log(page.users);
 * }
 * ```
 * @throws {@link WickrServiceException} What {@link ListSecurityGroupUsersCommand} throws: the first page that fails ends it.
 * @throws TypeError where the client is no WickrClient.
 */
export const paginateListSecurityGroupUsers = (
  config: WickrPaginationConfiguration,
  input: ListSecurityGroupUsersCommandInput,
  options?: SendOptions,
): Paginator<ListSecurityGroupUsersCommandOutput> => paginate(pages, config, input, options);

/**
 * Calls `ListSecurityGroupUsers` again and again, and gives the items of `users` one by one. The
 * next page is asked for when the last item of a page has been taken.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListSecurityGroupUsersItems } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = {
 *   networkId: "84620173",
 *   groupId: "Rv9cWx2L",
 *   sortFields: "lastName+firstName",
 *   sortDirection: "ASC",
 * };
 * for await (const item of paginateListSecurityGroupUsersItems({ client }, input)) {
 *   console.log(item);
 * }
 * ```
 */
export async function* paginateListSecurityGroupUsersItems(
  config: WickrPaginationConfiguration,
  input: ListSecurityGroupUsersCommandInput,
  options?: SendOptions,
): Paginator<User> {
  for await (const page of paginateListSecurityGroupUsers(config, input, options)) {
    yield* page.users;
  }
  return undefined;
}
