import type { OperationInput } from "../operations/operation.js";
import { DAY } from "../clock.js";
import type { Simulator } from "../simulator.js";

/** After these somebody is waited for. */
const AWAITED = new Set(["BatchCreateUser", "BatchReinviteUser", "CreateBot"]);

/**
 * Plays those who are invited: some seconds after an invitation it is accepted, and new bots sign in. For
 * whoever talks to the server alone and wants to see people join.
 *
 * @returns What ends it.
 */
export const joinLater = (simulator: Simulator, seconds: number): (() => void) => {
  const timers = new Set<NodeJS.Timeout>();
  let hasEnded = false;
  simulator.onChange(({ kind, name, input, time }) => {
    if (hasEnded || kind !== "operation" || !AWAITED.has(name)) return;
    const { networkId } = input as OperationInput<"BatchCreateUser">;
    const timer = setTimeout(() => {
      timers.delete(timer);
      join(simulator, networkId, time);
    }, seconds * 1000);
    timers.add(timer);
  });
  return () => {
    hasEnded = true;
    for (const timer of timers) clearTimeout(timer);
  };
};

/** Those who were invited at that time join, if nothing came between; so do bots that never signed in. */
const join = (simulator: Simulator, networkId: string, time: number): void => {
  const network = simulator.networks.find((each) => each.networkId === networkId);
  if (!network) return;
  const { users, bots } = simulator.state.networks.get(networkId) ?? {};
  for (const { userId, invite, suspended } of users ?? []) {
    if (!invite || suspended || invite.expires - invite.days * DAY !== time) continue;
    if (simulator.now < invite.expires) network.users.get(userId).acceptInvitation();
  }
  for (const { botId, status, suspended } of bots?.values() ?? [])
    if (status === 1 && !suspended) network.bot(botId).signIn();
};
