import { notFound } from "../errors.js";
import type { Bot } from "./bot.js";
import type { DataRetentionBot } from "./data-retention.js";
import type { Group } from "./group.js";
import type { NetworkState } from "./network.js";
import type { ServiceState } from "./service.js";
import type { User } from "./user.js";

/** @throws ResourceNotFoundError - where there is no such network. */
export const findNetwork = (state: ServiceState, networkId: string): NetworkState =>
  state.networks.get(networkId) ?? missing(`Network ${networkId} was not found`);

/** @throws ResourceNotFoundError - where the network has no such user. */
export const findUser = (network: NetworkState, userId: string): User =>
  network.users.get(userId) ?? missing(`User ${userId} was not found`);

/** @throws ResourceNotFoundError - where the network has no such security group. */
export const findGroup = (network: NetworkState, groupId: string): Group =>
  network.groups.get(groupId) ?? missing(`Security group ${groupId} was not found`);

/** @throws An error where the network has no such bot: ResourceNotFoundError, unless another one is given. */
export const findBot = (
  network: NetworkState,
  botId: string,
  noSuchBot: (botId: string) => Error = (id) => notFound(`Bot ${id} was not found`),
): Bot => {
  const bot = network.bots.get(botId);
  if (!bot) throw noSuchBot(botId);
  return bot;
};

/** @throws ResourceNotFoundError - where the network has no such bot. */
export const findRetentionBot = (network: NetworkState): DataRetentionBot =>
  network.record.retentionBot ?? missing("The network has no data retention bot");

/** The group that takes in whoever has no other. */
export const defaultGroupOf = (network: NetworkState): Group =>
  [...network.groups.values()].find(({ isDefault }) => isDefault) as Group;

/** Whether any account of the network has this username. */
export const isTaken = (network: NetworkState, username: string): boolean => {
  const folded = username.toLowerCase();
  if (network.users.withUsername(username)) return true;
  if (network.record.retentionBot?.username === folded) return true;
  for (const bot of network.bots.values()) if (bot.username.toLowerCase() === folded) return true;
  return false;
};

const missing = (message: string): never => {
  throw notFound(message);
};
