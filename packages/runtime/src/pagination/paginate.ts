import type { MetadataBearer, Paginator } from "@smithy/types";
import type { Command } from "../client/command.js";
import type { SendOptions } from "../client/send-options.js";

/** How a paginator goes about it. */
export interface PaginationConfiguration<Client, Token = string> {
  /** The client that sends the requests. */
  readonly client: Client;
  /** How many items a page shall hold, where the input does not say so itself. */
  readonly pageSize?: number | undefined;
  /** The token to begin at, in place of the one in the input. */
  readonly startingToken?: Token | undefined;
  /**
   * Whether to stop when a page gives the token it was asked for with. Some services never leave the
   * token out.
   */
  readonly stopOnSameToken?: boolean | undefined;
  /** Called with each command before it is sent. May change it, or give another in its place. */
  readonly withCommand?: ((command: PageCommand) => PageCommand | undefined) | undefined;
}

/** A command that asks for a page. */
export type PageCommand = Command<object, MetadataBearer>;

/** What the runtime must know of a paginated operation, written out by the generator. */
export interface Pages<Client, Input extends object, Output extends MetadataBearer, Token> {
  /** The class that clients must be of. */
  readonly client: new (...config: never[]) => Client;
  readonly command: new (input: Input) => Command<Input, Output>;
  /** The member of the input that takes the token. */
  readonly inputToken: keyof Input;
  /** The member of the input that takes the page size. */
  readonly pageSize?: keyof Input;
  /** Finds the next page's token in a page. */
  readonly nextToken: (page: Output) => Token | null | undefined;
}

/** What can send a command that asks for a page. */
interface Sender<Input extends object, Output extends MetadataBearer> {
  send(command: Command<Input, Output>, options?: SendOptions): Promise<Output>;
}

/** Asks for page after page, until one comes without a token. The input stays as it is. */
export const paginate = async function* <
  Client extends Sender<Input, Output>,
  Input extends object,
  Output extends MetadataBearer,
  Token,
>(
  pages: Pages<Client, Input, Output, Token>,
  config: PaginationConfiguration<Client, Token>,
  input: Input,
  options?: SendOptions,
): Paginator<Output> {
  const { client, stopOnSameToken, withCommand } = config;
  if (!(client instanceof pages.client))
    throw new TypeError(`Invalid client, expected instance of ${pages.client.name}`);

  const first =
    pages.pageSize === undefined ? input : withPageSize(input, pages.pageSize, config.pageSize);
  let token = config.startingToken ?? (input[pages.inputToken] as Token | null | undefined);
  for (;;) {
    const command = new pages.command(
      token == null ? first : { ...first, [pages.inputToken]: token },
    );
    const replaced = withCommand?.(command as never) as typeof command | undefined;
    const page = await client.send(replaced ?? command, options);
    yield page;
    const next = pages.nextToken(page);
    // An empty token asks for nothing, as no token does.
    if (!next || (stopOnSameToken === true && next === token)) return undefined;
    token = next;
  }
};

const withPageSize = <Input extends object>(
  input: Input,
  member: keyof Input,
  pageSize: number | undefined,
): Input =>
  pageSize === undefined || input[member] != null ? input : { ...input, [member]: pageSize };
