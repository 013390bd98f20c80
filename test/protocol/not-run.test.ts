import { loadAsts, type Json } from "@wickr-admin/codegen";
import { expect, test } from "vitest";
import { testsNotRun } from "./not-run.js";

const RESTJSON = "aws.protocols#restJson1";

/** What is not run of a service with one operation, which has these traits. */
const notRun = (
  traits: Readonly<Record<string, Json>>,
  more: Readonly<Record<string, Json>> = {},
) => {
  const shapes = {
    "test#Birds": {
      type: "service",
      version: "1",
      operations: [{ target: "test#GetBird" }],
      traits: { [RESTJSON]: {} },
    },
    "test#GetBird": {
      type: "operation",
      input: { target: "test#GetBirdInput" },
      output: { target: "smithy.api#Unit" },
      traits: { "smithy.api#http": { method: "POST", uri: "/bird" }, ...traits },
    },
    "test#GetBirdInput": { type: "structure", members: { name: { target: "smithy.api#String" } } },
    ...more,
  };
  const { model } = loadAsts([{ file: "test.json", ast: { smithy: "2.0", shapes } }]);
  return testsNotRun(model, ["test#Birds"]);
};

const request = { protocol: RESTJSON, method: "POST", uri: "/bird", body: "{}" };
const response = { protocol: RESTJSON, code: 200 };

test("a model whose tests all run has none that do not", () => {
  const tests = {
    "smithy.test#httpRequestTests": [
      { id: "A", ...request },
      { id: "B", ...request, appliesTo: "client" },
    ],
    "smithy.test#httpResponseTests": [{ id: "C", ...response, appliesTo: "server" }],
    "smithy.test#httpMalformedRequestTests": [{ id: "D", protocol: RESTJSON, request, response }],
  };
  expect(notRun(tests)).toEqual([]);
});

test("other traits are named", () => {
  const traits = {
    "smithy.test#smokeTests": [{ id: "Smoke" }, { id: "Fire" }],
    "smithy.test#whatever": { text: "a" },
  };
  expect(notRun(traits)).toEqual([
    { what: "smithy.test#smokeTests", why: "there is no runner for them", ids: ["Smoke", "Fire"] },
    { what: "smithy.test#whatever", why: "there is no runner for them", ids: ["test#GetBird"] },
  ]);
});

test("tests for other protocols are named, of all kinds", () => {
  const protocol = "aws.protocols#restXml";
  const tests = {
    "smithy.test#httpRequestTests": [
      { id: "A", ...request, protocol },
      { id: "B", ...request },
    ],
    "smithy.test#httpResponseTests": [{ id: "C", ...response, protocol }],
    "smithy.test#httpMalformedRequestTests": [{ id: "D", protocol }],
    "smithy.test#eventStreamTests": [{ id: "E", protocol, events: [] }],
  };
  expect(notRun(tests).map(({ why, ids }) => [why, ids])).toEqual(
    ["A", "C", "D", "E"].map((id) => [`they are for ${protocol}`, [id]]),
  );
});

test("so are tests for a half that there is not", () => {
  const tests = { "smithy.test#httpRequestTests": [{ id: "A", ...request, appliesTo: "proxy" }] };
  expect(notRun(tests)).toEqual([
    { what: "smithy.test#httpRequestTests", why: 'they apply to "proxy"', ids: ["A"] },
  ]);
});

test("and tests that stand where no service comes", () => {
  const traits = { "smithy.test#httpResponseTests": [{ id: "A", ...response }] };
  expect(notRun({}, { "test#Lost": { type: "structure", members: {}, traits } })).toEqual([
    {
      what: "smithy.test#httpResponseTests",
      why: "they stand on shapes of no service that is tested",
      ids: ["A"],
    },
  ]);
});

test("a request without a body is not read by the server half, which is named", () => {
  const { body: _, ...silent } = request;
  const params = { name: "a" };
  const tests = [
    { id: "A", ...silent, params },
    { id: "B", ...silent, params, appliesTo: "server" },
    { id: "C", ...silent, params, appliesTo: "client" },
    { id: "D", ...silent },
  ];
  const why = "they do not say what the body is";
  expect(notRun({ "smithy.test#httpRequestTests": tests })).toEqual([
    { what: "smithy.test#httpRequestTests (server)", why, ids: ["A"] },
    { what: "smithy.test#httpRequestTests", why, ids: ["B"] },
  ]);
});

test("tests that tags leave to nobody are named", () => {
  const traits = {
    "smithy.api#tags": ["server-only"],
    "smithy.test#httpRequestTests": [
      { id: "A", ...request, appliesTo: "client" },
      { id: "B", ...request },
    ],
  };
  expect(notRun(traits)).toEqual([
    {
      what: "smithy.test#httpRequestTests",
      why: "their shapes are server-only, and they apply to clients",
      ids: ["A"],
    },
  ]);
});

test("event tests that hold nothing for the half that they are for are named", () => {
  const event = { protocol: RESTJSON, events: [] };
  const tests = { "smithy.test#eventStreamTests": [{ id: "A", ...event, appliesTo: "client" }] };
  expect(notRun(tests)).toEqual([
    {
      what: "smithy.test#eventStreamTests",
      why: "they hold nothing that a client writes or reads, and they apply to clients",
      ids: ["A"],
    },
  ]);
});
