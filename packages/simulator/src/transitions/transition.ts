import type { Context } from "../context.js";
import type { ServiceState } from "../state/service.js";

/** Something that happens to a network without an administrator: somebody signs in, a guest writes. */
export type Transition<Input extends object, Output extends object | undefined = undefined> = (
  state: ServiceState,
  input: Input,
  context: Context,
) => Output;

/** Names a user. */
export interface OfUser {
  readonly networkId: string;
  readonly userId: string;
}
