import type { Engine } from "../engine.js";
import type { Bot } from "../state/bot.js";
import { findBot, findNetwork } from "../state/find.js";

/** A bot as it is at the moment of each look, and what it can do. */
export class BotView {
  readonly networkId: string;
  readonly botId: string;
  readonly #engine: Engine;

  constructor(engine: Engine, networkId: string, botId: string) {
    this.#engine = engine;
    this.networkId = networkId;
    this.botId = botId;
  }

  /** All that the service knows of the bot. */
  get record(): Readonly<Bot> {
    return findBot(findNetwork(this.#engine.state, this.networkId), this.botId);
  }

  /** Signs in; a password is checked if given. */
  signIn(challenge?: string): this {
    this.#engine.transit("botSignsIn", { networkId: this.networkId, botId: this.botId, challenge });
    return this;
  }
}
