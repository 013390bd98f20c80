import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BIRDS } from "../../test-fixtures/models.js";
import { loadAsts } from "../load/load.js";
import { isObject } from "../model/json.js";
import type { Json } from "../model/model.js";
import { unsupported } from "./unsupported.js";
import { validateModel } from "./validate.js";

const text = readFileSync(BIRDS, "utf8");

/** Every place in the model. */
const placesOf = (node: Json, path: readonly string[] = []): (readonly string[])[] => [
  path,
  ...(isObject(node) || Array.isArray(node)
    ? Object.entries(node).flatMap(([key, item]) => placesOf(item as Json, [...path, key]))
    : []),
];

const places = placesOf(JSON.parse(text) as Json);

const replaceAt = (root: Json, path: readonly string[], value: Json): void => {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], root);
  (parent as Record<string, unknown>)[path.at(-1) ?? ""] = value;
};

test("Whatever is put into a model at whatever place, the rules report and never fail.", () => {
  const value = fc.oneof(
    fc.constantFrom<Json>(
      null,
      {},
      [],
      "",
      [null],
      [{}],
      { target: "example.birds#Bird" },
      "example.birds#Birds",
      "smithy.api#Unit",
    ),
    fc.jsonValue().map((json) => json as Json),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: places.length - 1 }), value, (index, replacement) => {
      const ast = JSON.parse(text) as Json;
      replaceAt(ast, places[index] ?? [], replacement);
      const { model } = loadAsts([{ file: "model.json", ast }]);
      expect(validateModel(model)).toBeInstanceOf(Array);
      expect(unsupported(model, "example.birds#Birds")).toBeInstanceOf(Array);
    }),
    { numRuns: 600 },
  );
}, 60_000);
