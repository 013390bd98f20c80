import { readFileSync } from "node:fs";

/** Reads a JSON file that holds what the caller says. */
export const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, "utf8")) as T;
