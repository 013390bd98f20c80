import type { Behavior } from "../behavior.js";

/** Something that the live service was seen to do. */
export interface Fact {
  /** What tests, the README and other places call it. */
  readonly id: `L${number}`;
  /** When it was seen: year and month. */
  readonly seen: string;
  readonly says: string;
  /** Its answers to what operations ask. None, where it is as documented or lies elsewhere. */
  readonly answers?: Partial<Behavior>;
}
