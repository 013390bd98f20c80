import { expect, test } from "vitest";
import { load } from "../../test-fixtures/models.js";
import type { Json } from "../model/model.js";
import { misfitsOf } from "./values.js";

const string = { target: "smithy.api#String" };
const { model } = load({
  "a#Sparse": { type: "list", member: string, traits: { "smithy.api#sparse": {} } },
  "a#Documents": { type: "list", member: { target: "smithy.api#Document" } },
  "a#Map": { type: "map", key: { target: "a#Short" }, value: string },
  "a#Short": { type: "string", traits: { "smithy.api#length": { max: 2 } } },
  "a#Data": { type: "blob", traits: { "smithy.api#length": { max: 2 } } },
  "a#Number": {
    type: "intEnum",
    members: { A: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": 3 } } },
  },
  "a#Token": {
    type: "structure",
    members: {
      token: {
        ...string,
        traits: { "smithy.api#required": {}, "smithy.api#idempotencyToken": {} },
      },
    },
  },
});

const fits = (name: string, value: Json): boolean =>
  misfitsOf(model, name.includes("#") ? name : `smithy.api#${name}`, value).length === 0;

test.each<[shape: string, fit: Json[], misfit: Json[]]>([
  ["Boolean", [true], ["true", 1, null]],
  ["Byte", [-128, 127], [-129, 128, 1.5, "1"]],
  ["Short", [32767], [32768]],
  ["Integer", [2147483647], [2147483648]],
  ["Long", [9007199254740994], ["1", 1.5]],
  ["Float", [1.5, "NaN", "-Infinity"], ["1", "nan"]],
  ["BigInteger", [1, "123456789012345678901234567890"], [1.5, "x"]],
  ["BigDecimal", [1.5, "1.50", "-1e9"], ["x"]],
  ["Timestamp", [0, 1.5, "2024-05-01T00:00:00Z", "Tue, 29 Apr 2014 18:30:38 GMT"], ["soon", true]],
  ["Blob", ["aGk="], [[1]]],
  ["Document", [null, 1, "x", [], { a: null }], []],
  ["Unit", [{}], [{ a: 1 }, 1]],
  ["a#Sparse", [[], [null, "a"]], [[1], "a"]],
  ["a#Documents", [[null, { a: 1 }]], []],
  ["a#Map", [{ ab: "c" }], [{ abc: "d" }, { a: 1 }, { a: null }, []]],
  ["a#Short", ["𝒳𝒴"], ["abc"]],
  ["a#Data", ["aGk="], []],
  ["a#Number", [3], [4, "3"]],
  ["a#Token", [{}, { token: "x" }], [{ token: 1 }]],
])("Values of %s", (shape, fit, misfit) => {
  for (const value of fit) expect([value, fits(shape, value)]).toEqual([value, true]);
  for (const value of misfit) expect([value, fits(shape, value)]).toEqual([value, false]);
});
