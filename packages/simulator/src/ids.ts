import { sha256Hex } from "./hash.js";
import type { ServiceState } from "./state/service.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
/** Without those that look alike: people read invite codes out to each other. */
const CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/**
 * Makes ids and codes. Each is drawn from the seed and from how many were drawn before, which is part of
 * the state: the same calls give the same ids, and so they do after a restart.
 */
export class Ids {
  readonly #state: ServiceState;
  readonly #seed: number;

  constructor(state: ServiceState, seed: string | number) {
    this.#state = state;
    this.#seed = Number.parseInt(sha256Hex(String(seed)).slice(0, 8), 16);
  }

  /** Eight digits that no other network has. */
  networkId(): string {
    for (;;) {
      const id = String(10_000_000 + (this.#draw() % 90_000_000));
      const { deleted, networks } = this.#state;
      if (!networks.has(id) && !deleted.has(id)) return id;
    }
  }

  /** `Rv9cWx2L`, none of those that are taken. */
  groupId(isTaken: (id: string) => boolean): string {
    for (;;) {
      const id = this.#text(LETTERS, 8);
      if (!isTaken(id)) return id;
    }
  }

  /** `7Q4M-2XKD` */
  inviteCode(): string {
    return `${this.#text(CODE_LETTERS, 4)}-${this.#text(CODE_LETTERS, 4)}`;
  }

  /** A password that the service makes up. */
  challenge(): string {
    return this.#text(LETTERS, 24);
  }

  /** Sixteen hexadecimal digits, as devices have. */
  appId(): string {
    return this.#text("0123456789abcdef", 16);
  }

  /** What a bot's public key looks like. */
  publicKey(): string {
    return `MCowBQYDK2VwAyEA${this.#text(LETTERS, 43)}=`;
  }

  #text(letters: string, length: number): string {
    let text = "";
    for (let at = 0; at < length; at++) text += letters[this.#draw() % letters.length];
    return text;
  }

  #draw(): number {
    this.#state.drawn += 1;
    return scramble(this.#seed + Math.imul(this.#state.drawn, 0x9e3779b9));
  }
}

/** Spreads a number over 32 bits (the finalizer of MurmurHash3). */
const scramble = (number: number): number => {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
