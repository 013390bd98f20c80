import { expect, test } from "vitest";
import { loadAsts } from "../load/load.js";
import { type ServiceShape, operationOf, shapeOf } from "../model/model.js";
import { printed } from "../../test-fixtures/printed.js";
import { clientContextParametersOf } from "../facts/endpoints/context-parameters.js";
import { compileContextParameters } from "./parameters.js";

const parameter = { type: "string", documentation: "" };

const { model } = loadAsts([
  {
    file: "test.json",
    ast: {
      smithy: "2.0",
      shapes: {
        "t#Service": {
          type: "service",
          version: "1",
          operations: [{ target: "t#Get" }],
          traits: {
            "smithy.rules#endpointRuleSet": {
              version: "1.0",
              parameters: {
                Fixed: parameter,
                Key: parameter,
                Mode: { ...parameter, type: "boolean" },
                Names: { ...parameter, type: "stringArray" },
              },
              rules: [],
            },
            "smithy.rules#clientContextParams": {
              Mode: { type: "boolean", documentation: "How." },
            },
          },
        },
        "t#Get": {
          type: "operation",
          input: { target: "t#GetInput" },
          output: { target: "smithy.api#Unit" },
          traits: {
            "smithy.rules#staticContextParams": { Fixed: { value: "x" }, Unknown: { value: "y" } },
            "smithy.rules#operationContextParams": {
              Names: { path: "items[*].name" },
              Key: { path: "items[0].name" },
            },
          },
        },
        "t#GetInput": {
          type: "structure",
          members: {
            key: {
              target: "smithy.api#String",
              traits: { "smithy.rules#contextParam": { name: "Key" } },
            },
            items: { target: "t#Items" },
          },
        },
        "t#Items": { type: "list", member: { target: "t#Item" } },
        "t#Item": { type: "structure", members: { name: { target: "smithy.api#String" } } },
      },
    },
  },
]);
const service = shapeOf(model, "t#Service") as ServiceShape;
const operation = operationOf(model, "t#Get");

test("an operation gives fixed values, members and expressions, the most specific first", () => {
  const parameters = compileContextParameters(model, service, operation);
  expect(parameters.map(({ name, value }) => [name, printed(value)])).toEqual([
    ["Fixed", '"x"'],
    ["Key", "input.key"],
    ["Names", "input.items?.flatMap((item) => item.name ?? [])"],
  ]);
});

test("what users set on the client is told with its type", () => {
  expect(clientContextParametersOf(service)).toEqual([
    { name: "Mode", type: "boolean", documentation: "How." },
  ]);
});
