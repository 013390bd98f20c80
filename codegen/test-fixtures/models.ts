import { readFileSync } from "node:fs";
import { loadAsts, type Loaded } from "../src/load/load.js";
import type { Json, Model } from "../src/model/model.js";
import type { Problem } from "../src/model/problem.js";

/** JSON that a test may change. */
export interface MutableJson {
  [key: string]: MutableJson;
}

/** The path of a valid model that has a little of everything. */
export const BIRDS = new URL("birds.json", import.meta.url).pathname;

const birdsText = readFileSync(BIRDS, "utf8");

/** The valid model, with its shapes changed by a test. */
export const birds = (change: (shapes: MutableJson) => void = () => undefined): Model => {
  const ast = JSON.parse(birdsText) as MutableJson;
  // Names without a namespace save the tests from repeating it.
  const short = ast["shapes"] ?? {};
  const shapes: MutableJson = Object.fromEntries(
    Object.entries(short).map(([id, shape]) => [id.replace("example.birds#", ""), shape]),
  );
  change(shapes);
  return load(
    Object.fromEntries(
      Object.entries(shapes).map(([id, shape]) => [
        id.includes("#") ? id : `example.birds#${id}`,
        shape,
      ]),
    ),
  ).model;
};

/** Loads shapes as one file. */
export const load = (shapes: { readonly [id: string]: unknown }, version = "2.0"): Loaded =>
  loadAsts([{ file: "model.json", ast: { smithy: version, shapes: shapes as Json } }]);

/** Problems as one line each: what a test compares. */
export const lines = (problems: readonly Problem[]): string[] =>
  problems.map(({ severity, shape, message }) => `${severity} ${shape}: ${message}`);
