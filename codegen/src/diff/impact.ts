import type { Impact } from "./change.js";

/** Code that uses it no longer compiles or works. */
export const BREAKING: Impact = { client: "breaking", mock: "breaking" };

/** Something is new, and nothing that was there is affected. */
export const ADDITIVE: Impact = { client: "additive", mock: "additive" };

/** Nobody has to do anything. */
export const PATCH: Impact = { client: "patch", mock: "patch" };
