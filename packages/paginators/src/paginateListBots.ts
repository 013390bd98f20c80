import {
  type Bot,
  ListBotsCommand,
  type ListBotsCommandInput,
  type ListBotsCommandOutput,
  WickrClient,
} from "@wickr-admin/client";
import {
  type Pages,
  type Paginator,
  type SendOptions,
  paginate,
} from "@wickr-admin/runtime/paginator";
import type { WickrPaginationConfiguration } from "./WickrPaginationConfiguration.js";

const pages: Pages<WickrClient, ListBotsCommandInput, ListBotsCommandOutput, string> = {
  client: WickrClient,
  command: ListBotsCommand,
  inputToken: "nextToken",
  pageSize: "maxResults",
  nextToken: (page) => page.nextToken,
};

/**
 * Calls `ListBots` again and again, and gives its pages one by one.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListBots } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", sortFields: "status+username", sortDirection: "DESC" };
 * for await (const page of paginateListBots({ client }, input)) {
 *   console.log(page.bots);
 * }
 * ```
 * @throws {@link WickrServiceException} What {@link ListBotsCommand} throws: the first page that fails ends it.
 * @throws TypeError where the client is no WickrClient.
 */
export const paginateListBots = (
  config: WickrPaginationConfiguration,
  input: ListBotsCommandInput,
  options?: SendOptions,
): Paginator<ListBotsCommandOutput> => paginate(pages, config, input, options);

/**
 * Calls `ListBots` again and again, and gives the items of `bots` one by one. The next page is
 * asked for when the last item of a page has been taken.
 *
 * @param config - The client, the page size and where to begin.
 * @param input - The input of each call. It is not changed.
 * @param options - What is passed on with each call, such as an abort signal.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { paginateListBotsItems } from "@wickr-admin/paginators";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", sortFields: "status+username", sortDirection: "DESC" };
 * for await (const item of paginateListBotsItems({ client }, input)) {
 *   console.log(item);
 * }
 * ```
 */
export async function* paginateListBotsItems(
  config: WickrPaginationConfiguration,
  input: ListBotsCommandInput,
  options?: SendOptions,
): Paginator<Bot> {
  for await (const page of paginateListBots(config, input, options)) {
    yield* page.bots;
  }
  return undefined;
}
