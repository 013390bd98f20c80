import type { MetadataBearer } from "@smithy/types";
import type { Command } from "../client/command.js";
import type { SendOptions } from "../client/send-options.js";
import { mayPass } from "./may-pass.js";

/** What a waiter asks another operation before it takes an answer for what it seems to be. */
export interface Confirmation<
  WaiterInput,
  Input extends object = object,
  Output extends MetadataBearer = MetadataBearer,
> {
  readonly command: new (input: Input) => Command<Input, Output>;
  /** The input, made of the waiter's. */
  readonly input: (input: WaiterInput) => Input;
  /** The member of the input that takes the token of a page; absent where there are no pages. */
  readonly inputToken?: keyof Input;
  /** Finds the next page's token in a page. */
  readonly nextToken?: (page: Output) => unknown;
  /** Whether a page is as expected. */
  readonly confirms: (input: WaiterInput, page: Output) => boolean;
}

/** What can be asked. Which commands it takes follows from the confirmation. */
interface Sender {
  send(command: never, options?: SendOptions): unknown;
}

/**
 * Whether every page is as expected. Where they cannot be read, or do not come to an end, nothing is
 * confirmed; an error that may pass is thrown, so that the waiter asks again.
 */
export const isConfirmed = async <WaiterInput, Input extends object, Output extends MetadataBearer>(
  confirmation: Confirmation<WaiterInput, Input, Output>,
  client: Sender,
  waiterInput: WaiterInput,
  options: SendOptions,
): Promise<boolean> => {
  const { command, inputToken, nextToken, confirms } = confirmation;
  let input = confirmation.input(waiterInput);
  const seen = new Set<unknown>();
  try {
    for (;;) {
      const page = (await client.send(new command(input) as never, options)) as Output;
      if (!confirms(waiterInput, page)) return false;

      const token = nextToken?.(page);
      if (!token || inputToken === undefined) return true;

      if (seen.has(token)) return false;

      seen.add(token);
      input = { ...input, [inputToken]: token };
    }
  } catch (error) {
    if (mayPass(error)) throw error;

    return false;
  }
};
