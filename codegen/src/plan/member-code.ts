import { access, isInherited, literal } from "../knowledge/typescript-names.js";
import type { Imports } from "./imports.js";
import { RUNTIME } from "./packages.js";

/** Code that reads a member of `base`: `input.name`, or where objects inherit that name, its own property only. */
export const memberCode = (base: string, name: string, imports: Imports): string =>
  isInherited(name)
    ? `${imports.value("ownMember", RUNTIME)}(${base}, ${literal(name)})`
    : base + access(name);

/** The same where a check before it has seen that the member is there. */
export const presentMemberCode = (base: string, name: string, imports: Imports): string =>
  isInherited(name) ? `${memberCode(base, name, imports)}!` : memberCode(base, name, imports);
