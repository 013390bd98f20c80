import { access, isInherited, literal } from "../typescript/names.js";
import type { Imports } from "../typescript/imports.js";
import { RUNTIME } from "./packages.js";

/** Code that reads a member of `base`: `input.name`, or where objects inherit that name, its own property only. */
export const memberCode = (base: string, name: string, imports: Imports): string =>
  isInherited(name)
    ? `${imports.value("ownMember", RUNTIME)}(${base}, ${literal(name)})`
    : base + access(name);

/** The same where a check before it has seen that the member is there. */
export const presentMemberCode = (base: string, name: string, imports: Imports): string =>
  isInherited(name) ? `${memberCode(base, name, imports)}!` : memberCode(base, name, imports);

/** What stands before and after a value to set a member of `base`: in between comes its code. */
export interface Setter {
  readonly before: string;
  readonly after: string;
}

/** Code that sets a member. Setting `__proto__` would change the prototype instead: it is defined. */
export const setterCode = (base: string, name: string): Setter =>
  name === "__proto__"
    ? {
        before: `Object.defineProperty(${base}, "__proto__", { configurable: true, enumerable: true, writable: true, value: `,
        after: " })",
      }
    : { before: `${base}${access(name)} = `, after: "" };
