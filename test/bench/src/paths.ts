import { fileURLToPath } from "node:url";

/** The benchmark's own folder; its sources and its build both lie one level below. */
export const benchFolder = fileURLToPath(new URL("..", import.meta.url));

/** The repository. */
export const repositoryFolder = fileURLToPath(new URL("../../..", import.meta.url));
