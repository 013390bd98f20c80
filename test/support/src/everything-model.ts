import { fileURLToPath } from "node:url";

/** The folder of the wide model, its protocol tests included. */
export const EVERYTHING_FOLDER = fileURLToPath(new URL("../models", import.meta.url));

/** The wide model: everything restJson1 may hold, with names and texts that try to break out. */
export const EVERYTHING = fileURLToPath(new URL("../models/everything.json", import.meta.url));
