import type { Bot } from "../../state/bot.js";

/** Whether `GetBot` says that a bot is suspended: for a while it still says what was so before. */
export const isShownSuspended = ({ suspended, suspendedBefore }: Bot, now: number): boolean =>
  suspendedBefore && now < suspendedBefore.until ? suspendedBefore.value : suspended;

/** Suspends a bot or lifts its suspension, at once; that it shows may take a while, in milliseconds. */
export const setSuspended = (bot: Bot, suspended: boolean, lag: number, now: number): void => {
  if (lag > 0 && suspended !== bot.suspended)
    bot.suspendedBefore = { value: isShownSuspended(bot, now), until: now + lag };
  bot.suspended = suspended;
};
