import { DAY } from "./clock.js";
import { badRequest } from "./errors.js";

/** So long a token stands for its first answer. */
const TOKEN_LIFE = DAY;
/** So many characters of answers are kept at most; the oldest go first. */
const MOST_TEXT = 32 * 1024 * 1024;

/** The answer to a request with a client token. */
export interface RememberedAnswer {
  readonly operation: string;
  /** Undefined where the answer outlives the network it was about. */
  readonly networkId?: string | undefined;
  readonly token: string;
  /** Digest of the request without its token. */
  readonly request: string;
  /** The output, as JSON. */
  readonly answer: string;
  readonly time: number;
}

/** Remembers what requests with a client token were answered, so that a retry acts only once. */
export class IdempotencyLog {
  /** Oldest first. */
  readonly #answers = new Map<string, RememberedAnswer>();
  #text = 0;

  /**
   * The first answer to a request; undefined if there was none.
   *
   * @throws BadRequestError - when the token came with another request before.
   */
  find(operation: string, token: string, request: string, now: number): object | undefined {
    const remembered = this.#answers.get(keyOf(operation, token));
    if (!remembered || now - remembered.time >= TOKEN_LIFE) return undefined;
    if (remembered.request !== request)
      throw badRequest("The client token was used before, with another request");

    return JSON.parse(remembered.answer) as object;
  }

  remember(answer: RememberedAnswer): void {
    const key = keyOf(answer.operation, answer.token);
    this.#forget(key);
    this.#answers.set(key, answer);
    this.#text += answer.answer.length;
    for (const [oldest, { time }] of this.#answers) {
      if (this.#text <= MOST_TEXT && answer.time - time < TOKEN_LIFE) break;
      this.#forget(oldest);
    }
  }

  /** Forgets answers about a network that is gone. */
  forgetNetwork(networkId: string): void {
    for (const [key, answer] of this.#answers)
      if (answer.networkId === networkId) this.#forget(key);
  }

  #forget(key: string): void {
    this.#text -= this.#answers.get(key)?.answer.length ?? 0;
    this.#answers.delete(key);
  }

  [Symbol.iterator](): Iterator<RememberedAnswer> {
    return this.#answers.values();
  }
}

const keyOf = (operation: string, token: string): string => `${operation} ${token}`;
