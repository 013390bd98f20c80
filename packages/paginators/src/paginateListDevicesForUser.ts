import {
  type BasicDeviceObject,
  ListDevicesForUserCommand,
  type ListDevicesForUserCommandInput,
  type ListDevicesForUserCommandOutput,
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
  ListDevicesForUserCommandInput,
  ListDevicesForUserCommandOutput,
  string
> = {
  client: WickrClient,
  command: ListDevicesForUserCommand,
  inputToken: "nextToken",
  pageSize: "maxResults",
  nextToken: (page) => page.nextToken,
};

/**
 * Calls `ListDevicesForUser` again and again, and gives its pages one by one.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListDevicesForUser } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = {
 *   networkId: "84620173",
 *   userId: "20417",
 *   sortFields: "lastlogin+type",
 *   sortDirection: "DESC",
 * };
 * for await (const page of paginateListDevicesForUser({ client }, input)) {
 *   console.log(page.devices);
 * }
 * ```
 * @throws {@link WickrServiceException} What {@link ListDevicesForUserCommand} throws: the first page that fails ends it.
 * @throws TypeError where the client is no WickrClient.
 */
export const paginateListDevicesForUser = (
  config: WickrPaginationConfiguration,
  input: ListDevicesForUserCommandInput,
  options?: SendOptions,
): Paginator<ListDevicesForUserCommandOutput> => paginate(pages, config, input, options);

/**
 * Calls `ListDevicesForUser` again and again, and gives the items of `devices` one by one. The next
 * page is asked for when the last item of a page has been taken.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListDevicesForUserItems } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = {
 *   networkId: "84620173",
 *   userId: "20417",
 *   sortFields: "lastlogin+type",
 *   sortDirection: "DESC",
 * };
 * for await (const item of paginateListDevicesForUserItems({ client }, input)) {
 *   console.log(item);
 * }
 * ```
 */
export async function* paginateListDevicesForUserItems(
  config: WickrPaginationConfiguration,
  input: ListDevicesForUserCommandInput,
  options?: SendOptions,
): Paginator<BasicDeviceObject> {
  for await (const page of paginateListDevicesForUser(config, input, options)) {
    yield* page.devices;
  }
  return undefined;
}
