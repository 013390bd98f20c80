import {
  ListUsersCommand,
  type ListUsersCommandInput,
  type ListUsersCommandOutput,
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

const pages: Pages<WickrClient, ListUsersCommandInput, ListUsersCommandOutput, string> = {
  client: WickrClient,
  command: ListUsersCommand,
  inputToken: "nextToken",
  pageSize: "maxResults",
  nextToken: (page) => page.nextToken,
};

/**
 * Calls `ListUsers` again and again, and gives its pages one by one.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListUsers } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = {
 *   networkId: "84620173",
 *   sortFields: "lastName+firstName",
 *   sortDirection: "ASC",
 * };
 * for await (const page of paginateListUsers({ client }, input)) {
 *   console.log(page.users);
 * }
 * ```
 * @throws {@link WickrServiceException} What {@link ListUsersCommand} throws: the first page that fails ends it.
 * @throws TypeError where the client is no WickrClient.
 */
export const paginateListUsers = (
  config: WickrPaginationConfiguration,
  input: ListUsersCommandInput,
  options?: SendOptions,
): Paginator<ListUsersCommandOutput> => paginate(pages, config, input, options);

/**
 * Calls `ListUsers` again and again, and gives the items of `users` one by one. The next page is
 * asked for when the last item of a page has been taken.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListUsersItems } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = {
 *   networkId: "84620173",
 *   sortFields: "lastName+firstName",
 *   sortDirection: "ASC",
 * };
 * for await (const item of paginateListUsersItems({ client }, input)) {
 *   console.log(item);
 * }
 * ```
 */
export async function* paginateListUsersItems(
  config: WickrPaginationConfiguration,
  input: ListUsersCommandInput,
  options?: SendOptions,
): Paginator<User> {
  for await (const page of paginateListUsers(config, input, options)) {
    yield* page.users ?? [];
  }
  return undefined;
}
