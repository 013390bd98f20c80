import { expect, test } from "vitest";
import { checkJmespath } from "./check.js";
import { BOTH, OUTPUT, model } from "./fixtures.js";

const PROBLEMS: Readonly<Record<string, string>> = {
  colour: "structure Output has no member colour",
  "owner.colour": "structure Device has no member colour",
  "devices[].colour": "structure Device has no member colour",
  "devices[?colour == 'red']": "structure Device has no member colour",
  "choice.colour": "union Choice has no member colour",
  "name.first": "member first is taken of string",
  "devices.name": "member name is taken of array of structure Device",
  "owner[0]": "element 0 is taken of structure Device",
  "name[]": "flatten of string, which is no array",
  "name[*].a": "projection of string, which is no array",
  "owner[?on]": "filter of structure Device, which is no array",
  "count.*": "wildcard of number, which is no object",
  "name[1:]": "slice of string, which is no array",
  "name > `1`": "> compares numbers, found: string",
  "size(tags)": "there is no function size()",
  "length(tags, name)": "length() takes 1 arguments, found: 2",
  "length(count)": "argument 1 of length() has to be: string, array or object, found: number",
  "abs(name)": "argument 1 of abs() has to be: number, found: string",
  "join(',', numbers)": "argument 2 of join() has to be: array of strings, found: array of number",
  "sum(tags)": "argument 1 of sum() has to be: array of numbers, found: array of string",
  "sort_by(devices, id)": "argument 2 of sort_by() has to be an expression reference such as &name",
  "sort_by(devices, &tags)":
    "argument 2 of sort_by() has to be: number or string, found: array of string",
  "map(&colour, devices)": "structure Device has no member colour",
  "find_first(name, 'a')": "there is no function find_first()",
  "count + `1`": "arithmetic is not part of standard JMESPath",
  "$.name": "the root node $ is not part of standard JMESPath",
};

test.each(Object.entries(PROBLEMS))("%s: %s", (expression, problem) => {
  expect(checkJmespath(model, OUTPUT, expression).problem).toContain(problem);
});

test.each(["", "a.", "tags[", "foo bar", "`{`"])("%s does not parse", (expression) => {
  const { problem, type } = checkJmespath(model, OUTPUT, expression);
  expect(problem).toBeTruthy();
  expect(type).toBeUndefined();
});

const TYPES: Readonly<Record<string, string>> = {
  name: "string",
  state: "string",
  count: "number",
  createdAt: "number",
  bytes: "string",
  active: "boolean",
  "!name": "boolean",
  "count == `1`": "boolean",
  tags: "array-of-string",
  "devices[].name": "array-of-string",
  "devices[].on": "array-of-boolean",
  devices: "array-of-object",
  matrix: "array-of-array-of-number",
  owner: "object",
  attributes: "object",
  document: "any",
  "length(tags)": "number",
  "keys(owner)": "array-of-string",
  "[name, count]": "array",
  "{a: name}": "object",
  "name || count": "any",
};

test.each(Object.entries(TYPES))("%s gives: %s", (expression, type) => {
  expect(checkJmespath(model, OUTPUT, expression)).toEqual({ type });
});

test("input and output are members of the root of both", () => {
  expect(checkJmespath(model, BOTH, "length(input.tags) == length(output.tags)")).toEqual({
    type: "boolean",
  });
  expect(checkJmespath(model, BOTH, "tags").problem).toContain("no member tags");
});

test("recursive shapes can be followed without end", () => {
  expect(checkJmespath(model, OUTPUT, "owner.parent.parent.parent.parts[].parts[].name")).toEqual({
    type: "array-of-string",
  });
});
