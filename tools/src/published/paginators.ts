import type { OfficialClient } from "./official-client.js";

/** What an official paginator does, as the `paginated` trait says it. */
export interface ObservedPagination {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly pageSize?: string;
}

type Paginator = (config: object, input: object) => AsyncIterator<object>;

/**
 * How the operations of an official client are paginated, by name. Its paginators keep that to
 * themselves, so each is run against a client that sends nothing, and what it asks for is noted.
 */
export const paginationsOf = async (
  client: OfficialClient,
): Promise<Map<string, ObservedPagination>> => {
  const found = new Map<string, ObservedPagination>();
  for (const [key, value] of Object.entries(client.exports)) {
    if (!key.startsWith("paginate") || typeof value !== "function") continue;
    const observed = await observe(client, value as Paginator);
    if (observed) found.set(key.slice("paginate".length), observed);
  }
  return found;
};

const PAGE_SIZE = 7;
const TOKEN = "where to start";

const observe = async (
  { Client }: OfficialClient,
  paginator: Paginator,
): Promise<ObservedPagination | undefined> => {
  const inputs: object[] = [];
  const path: string[] = [];
  const send = (command: { readonly input: object }): Promise<object> => {
    inputs.push({ ...command.input });
    return inputs.length === 1 ? Promise.resolve(noting(path)) : Promise.reject(new Error("done"));
  };
  const silent = Object.assign(Object.create(Client.prototype as object) as object, { send });
  const pages = paginator({ client: silent, pageSize: PAGE_SIZE, startingToken: TOKEN }, {});
  try {
    await pages.next();
    path.length = 0;
    await pages.next();
  } catch {
    // The second page is never given.
  }
  const given = Object.entries(inputs[0] ?? {});
  const inputToken = given.find(([, value]) => value === TOKEN)?.[0];
  const pageSize = given.find(([, value]) => value === PAGE_SIZE)?.[0];
  if (inputToken === undefined || path.length === 0) return undefined;
  return { inputToken, outputToken: path.join("."), ...(pageSize && { pageSize }) };
};

/** An object that has everything, and notes the way that is taken through it. */
const noting = (path: string[]): object =>
  new Proxy(
    {},
    {
      get: (_target, name) => {
        if (typeof name !== "string" || name === "then") return undefined;
        path.push(name);
        return noting(path);
      },
    },
  );
