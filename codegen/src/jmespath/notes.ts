import { call } from "../typescript/tree.js";
import { runtime } from "../typescript/runtime.js";
import { type Code, codeOf, nothing } from "./code.js";

/** What is found out about an expression while it is compiled. */
export interface Notes {
  /** What does not fit the model, in words that name it. */
  readonly problems: Set<string>;
  /** Whether what is written throws where a value is not as a function needs it. */
  throws: boolean;
}

export const createNotes = (): Notes => ({ problems: new Set(), throws: false });

/** Notes a problem; the value in its place means nothing. */
export const problem = ({ problems }: Notes, message: string): Code => {
  problems.add(message);
  return nothing();
};

/** The value, which has to be there when it runs. */
export const present = (notes: Notes, code: Code): Code => {
  if (!code.optional) return code;
  notes.throws = true;
  return codeOf(call(runtime.jmespath.present, code.expression), code.type);
};

/** What `write` gives, and whether what it has written may throw. */
export const watched = <T>(
  notes: Notes,
  write: () => T,
): { readonly made: T; readonly throws: boolean } => {
  const before = notes.throws;
  notes.throws = false;
  const made = write();
  const { throws } = notes;
  notes.throws ||= before;
  return { made, throws };
};
