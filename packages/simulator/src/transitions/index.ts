import { addUsers, changeUser } from "./arrange.js";
import { botSignsIn, dataRetentionBotRegisters } from "./bots.js";
import { signIn, suspendDevice } from "./devices.js";
import { guestWrites } from "./guests.js";
import { changeNetwork } from "./networks.js";
import type { Transition } from "./transition.js";
import { acceptInvitation, enterWrongPassword, rejectInvitation, useApp } from "./users.js";

/** All that can happen without an administrator. */
export const transitions = {
  acceptInvitation,
  addUsers,
  botSignsIn,
  changeNetwork,
  changeUser,
  dataRetentionBotRegisters,
  enterWrongPassword,
  guestWrites,
  rejectInvitation,
  signIn,
  suspendDevice,
  useApp,
} satisfies Record<string, Transition<never, object | undefined>>;

type Transitions = typeof transitions;
/** What a test can make happen that an administrator cannot. */
export type TransitionName = keyof Transitions;
/** What a transition takes. */
export type TransitionInput<Name extends TransitionName> = Parameters<Transitions[Name]>[1];
/** What a transition gives. */
export type TransitionOutput<Name extends TransitionName> = ReturnType<Transitions[Name]>;
