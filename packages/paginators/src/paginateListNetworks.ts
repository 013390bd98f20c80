import {
  ListNetworksCommand,
  type ListNetworksCommandInput,
  type ListNetworksCommandOutput,
  type Network,
  WickrClient,
} from "@wickr-admin/client";
import {
  type Pages,
  type Paginator,
  type SendOptions,
  paginate,
} from "@wickr-admin/runtime/paginator";
import type { WickrPaginationConfiguration } from "./WickrPaginationConfiguration.js";

const pages: Pages<WickrClient, ListNetworksCommandInput, ListNetworksCommandOutput, string> = {
  client: WickrClient,
  command: ListNetworksCommand,
  inputToken: "nextToken",
  pageSize: "maxResults",
  nextToken: (page) => page.nextToken,
};

/**
 * Calls `ListNetworks` again and again, and gives its pages one by one.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListNetworks } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { sortFields: "networkName", sortDirection: "ASC" };
 * for await (const page of paginateListNetworks({ client }, input)) {
 *   console.log(page.networks);
 * }
 * ```
 * @throws {@link WickrServiceException} What {@link ListNetworksCommand} throws: the first page that fails ends it.
 * @throws TypeError where the client is no WickrClient.
 */
export const paginateListNetworks = (
  config: WickrPaginationConfiguration,
  input: ListNetworksCommandInput,
  options?: SendOptions,
): Paginator<ListNetworksCommandOutput> => paginate(pages, config, input, options);

/**
 * Calls `ListNetworks` again and again, and gives the items of `networks` one by one. The next page
 * is asked for when the last item of a page has been taken.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListNetworksItems } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { sortFields: "networkName", sortDirection: "ASC" };
 * for await (const item of paginateListNetworksItems({ client }, input)) {
 *   console.log(item);
 * }
 * ```
 */
export async function* paginateListNetworksItems(
  config: WickrPaginationConfiguration,
  input: ListNetworksCommandInput,
  options?: SendOptions,
): Paginator<Network> {
  for await (const page of paginateListNetworks(config, input, options)) {
    yield* page.networks;
  }
  return undefined;
}
