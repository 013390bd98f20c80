import type { Json } from "@wickr-admin/codegen";
import { placesOf } from "./places.js";

type Traits = { readonly [name: string]: Json };

const STRING = "smithy.api#String";
const api = (traits: Traits): Traits =>
  Object.fromEntries(Object.entries(traits).map(([name, value]) => [`smithy.api#${name}`, value]));
const member = (target: string, traits: Traits = {}) => ({ target, traits: api(traits) });
const target = (id: string) => ({ target: id });

/** Names of members that generated code has, or that objects inherit. */
export const MEMBER_NAMES = [
  "value",
  "item",
  "output",
  "input",
  "client",
  "error",
  "state",
  "reason",
  "body",
  "headers",
  "constructor",
  "__proto__",
  "toString",
  "then",
] as const;

/** The service in the model. */
export const SERVICE = "hostile#Service";

/** Matchers by the names of their waiters. */
export type Matchers = { readonly [waiter: string]: Json };

/**
 * Matchers with the text in all places that a path has for one. Each holds where the output's `text`
 * and the name of an item are the text, and not where they are another.
 */
const matchers = (text: string): Matchers => {
  const { raw, json, quoted } = placesOf(text);
  const is = (path: string): Json => ({
    output: { path, expected: "true", comparator: "booleanEquals" },
  });
  const gives = (path: string): Json => ({
    output: { path, expected: text, comparator: "stringEquals" },
  });
  return {
    ExpectedWaits: gives("text"),
    RawWaits: is(`text == ${raw}`),
    JsonWaits: is(`text == ${json}`),
    FilterWaits: is(`length(items[?name == ${raw}]) > \`0\``),
    ContainsWaits: is(`contains(text, ${raw})`),
    StartsWaits: is(`starts_with(text, ${json})`),
    HashWaits: gives(`{${quoted}: text}.${quoted}`),
    QuotedWaits: is(`"text" == ${raw}`),
    ListWaits: is(`contains([${raw}], text)`),
    MapWaits: is(`length(items[?contains(name, ${json})] | [?kind == \`"k"\`]) > \`0\``),
    // A pipe puts one expression into the place of another: what only looks like one, in a text, must stay.
    PipeWaits: is(`(text || other) | @ == ${raw}`),
    PipeHashWaits: is(`{own: text, value: ${raw}} | own == value`),
    AnyWaits: {
      output: { path: "items[].name", expected: text, comparator: "anyStringEquals" },
    },
    BothWaits: {
      inputOutput: {
        path: `input.kind == ${raw} && output.text == ${json}`,
        expected: "true",
        comparator: "booleanEquals",
      },
    },
  };
};

const waiters = (text: string, more: Matchers): Json =>
  Object.fromEntries(
    Object.entries({ ...matchers(text), ...more }).map(([name, matcher]) => [
      name,
      {
        documentation: text,
        tags: [text],
        acceptors: [
          { state: "success", matcher },
          { state: "failure", matcher: { success: true } },
        ],
      },
    ]),
  );

/**
 * A model that has the text in every place where a model has text of its author's choice.
 *
 * @param more - Further matchers of waiters.
 */
export const hostileModel = (text: string, more: Matchers = {}): Json => {
  const at = placesOf(text);
  const doc: Traits = {
    documentation: text,
    externalDocumentation: { [text]: text },
    tags: [text],
    since: text,
    deprecated: { message: text, since: text },
  };
  const words = Object.fromEntries(MEMBER_NAMES.map((name) => [name, member(STRING, doc)]));
  const hidden = { label: "x" };
  return {
    smithy: "2.0",
    metadata: { [text]: text },
    shapes: {
      [SERVICE]: {
        type: "service",
        version: text,
        operations: ["Get", "Send", "List", "Keyed", "Hosted", "Words"].map((name) =>
          target(`hostile#${name}`),
        ),
        errors: [target("hostile#Wrong")],
        traits: {
          "aws.protocols#restJson1": {},
          "aws.api#service": { sdkId: text, arnNamespace: text, cloudTrailEventSource: text },
          "aws.auth#sigv4": { name: text },
          "smithy.rules#clientContextParams": {
            Custom: { type: "string", documentation: text },
          },
          "smithy.rules#endpointRuleSet": endpointRules(text),
          ...api({
            title: text,
            httpApiKeyAuth: { name: `x${at.token}`, in: "header", scheme: text },
            auth: ["aws.auth#sigv4"],
            ...doc,
          }),
        },
      },
      "hostile#Get": {
        type: "operation",
        input: target("hostile#GetInput"),
        output: target("hostile#GetOutput"),
        traits: {
          ...api({
            http: {
              method: "GET",
              uri: `/get/l${at.uri}/{label}?q${at.uri}=v${at.uri}&flag${at.uri}`,
            },
            readonly: {},
            examples: [
              {
                title: text,
                documentation: text,
                input: hidden,
                output: { text, kind: text, items: [{ name: text }], shown: text },
              },
              {
                title: `${text} 2`,
                input: { label: "y" },
                error: { shapeId: "hostile#Wrong", content: { message: text } },
              },
            ],
            ...doc,
          }),
          "smithy.rules#staticContextParams": { [`Static${text}`]: { value: text } },
          "smithy.rules#operationContextParams": {
            Text: { path: "text" },
            Piped: { path: `(text || label) | ${at.raw}` },
          },
          "smithy.waiters#waitable": waiters(text, more),
        },
      },
      "hostile#GetInput": {
        type: "structure",
        members: {
          label: member(STRING, { httpLabel: {}, required: {}, ...doc }),
          text: member(STRING, { httpQuery: `n${text}`, ...doc }),
          header: member(STRING, { httpHeader: `x-${at.token}`, ...doc }),
          prefixed: member("hostile#Map", { httpPrefixHeaders: `y-${at.token}`, ...doc }),
          kind: member("hostile#Kind", { httpQuery: "kind" }),
        },
        traits: api({ input: {}, ...doc }),
      },
      "hostile#GetOutput": {
        type: "structure",
        members: {
          text: member(STRING, { jsonName: text, ...doc }),
          other: member(STRING, { jsonName: `${text}2` }),
          shown: member(STRING, { default: text, jsonName: "shown" }),
          header: member(STRING, { httpHeader: `x-${at.token}` }),
          prefixed: member("hostile#Map", { httpPrefixHeaders: `y-${at.token}` }),
          kind: member("hostile#Kind", doc),
          items: member("hostile#Items", doc),
        },
        traits: api({ output: {}, ...doc }),
      },
      "hostile#Send": {
        type: "operation",
        input: target("hostile#SendInput"),
        output: target("smithy.api#Unit"),
        traits: api({ http: { method: "POST", uri: "/send" } }),
      },
      "hostile#SendInput": {
        type: "structure",
        members: { body: member("hostile#Media", { httpPayload: {} }) },
        traits: api({ input: {} }),
      },
      "hostile#List": {
        type: "operation",
        input: target("hostile#ListInput"),
        output: target("hostile#ListOutput"),
        traits: api({
          http: { method: "POST", uri: "/list" },
          paginated: {
            inputToken: "value",
            outputToken: "output.item",
            items: "output.value",
            pageSize: "state",
          },
          ...doc,
        }),
      },
      "hostile#ListInput": {
        type: "structure",
        members: { value: member(STRING, doc), state: member("smithy.api#Integer") },
        traits: api({ input: {} }),
      },
      "hostile#ListOutput": {
        type: "structure",
        members: { output: member("hostile#Page") },
        traits: api({ output: {} }),
      },
      "hostile#Page": {
        type: "structure",
        members: { item: member(STRING), value: member("hostile#Items") },
      },
      "hostile#Keyed": {
        type: "operation",
        input: target("smithy.api#Unit"),
        output: target("smithy.api#Unit"),
        traits: api({
          http: { method: "POST", uri: "/keyed" },
          auth: ["smithy.api#httpApiKeyAuth"],
        }),
      },
      "hostile#Hosted": {
        type: "operation",
        input: target("smithy.api#Unit"),
        output: target("smithy.api#Unit"),
        traits: api({
          http: { method: "POST", uri: "/hosted" },
          endpoint: { hostPrefix: `h${at.host}.` },
        }),
      },
      "hostile#Words": {
        type: "operation",
        input: target("hostile#WordsInput"),
        output: target("hostile#WordsOutput"),
        traits: api({ http: { method: "POST", uri: "/words" } }),
      },
      "hostile#WordsInput": {
        type: "structure",
        members: { ...words, exact: member("hostile#Exact"), kind: member("hostile#Kind") },
        traits: api({ input: {} }),
      },
      "hostile#WordsOutput": {
        type: "structure",
        members: { ...words, exact: member("hostile#Exact"), kind: member("hostile#Kind") },
        traits: api({ output: {} }),
      },
      "hostile#Exact": { type: "string", traits: api({ pattern: at.pattern, ...doc }) },
      "hostile#Media": { type: "string", traits: api({ mediaType: `text/${text}` }) },
      "hostile#Map": { type: "map", key: target(STRING), value: target(STRING) },
      "hostile#Items": { type: "list", member: target("hostile#Item"), traits: api(doc) },
      "hostile#Item": {
        type: "structure",
        members: { name: member(STRING, doc), kind: member(STRING) },
        traits: api(doc),
      },
      "hostile#Kind": {
        type: "enum",
        members: { ONE: member("smithy.api#Unit", { enumValue: text, ...doc }) },
        traits: api(doc),
      },
      "hostile#Wrong": {
        type: "structure",
        members: {
          message: member(STRING, { default: text, ...doc }),
          why: member(STRING, { jsonName: text, ...doc }),
        },
        traits: api({ error: "client", httpError: 418, ...doc }),
      },
    },
  };
};

/** Rules that lead to hosts of their own by the text, and say it where they do not. */
const endpointRules = (text: string): Json => {
  const { template } = placesOf(text);
  const named = `Static${text}`;
  const parameter = {
    type: "string",
    documentation: text,
    deprecated: { message: text, since: text },
  };
  const equals = (ref: string) => [
    { fn: "isSet", argv: [{ ref }] },
    { fn: "stringEquals", argv: [{ ref }, template] },
  ];
  return {
    version: "1.0",
    parameters: {
      Region: {
        type: "string",
        builtIn: "AWS::Region",
        required: true,
        default: text,
        documentation: text,
      },
      Text: parameter,
      Piped: parameter,
      Custom: parameter,
      [named]: parameter,
    },
    rules: [
      { documentation: text, type: "error", conditions: equals("Custom"), error: template },
      {
        documentation: text,
        type: "tree",
        conditions: [...equals("Piped"), ...equals(named)],
        rules: [
          {
            type: "endpoint",
            conditions: [
              ...equals("Text"),
              { fn: "substring", argv: [template, 0, 1, false], assign: text },
            ],
            endpoint: {
              url: "https://text.example.com",
              headers: { [`z-${placesOf(text).token}`]: [template] },
              properties: {
                [text]: template,
                authSchemes: [{ name: "sigv4", signingName: template }],
              },
            },
          },
          {
            type: "endpoint",
            conditions: [],
            endpoint: { url: "https://static.example.com", properties: {}, headers: {} },
          },
        ],
      },
      {
        type: "endpoint",
        conditions: [],
        endpoint: { url: "https://plain.example.com", properties: {}, headers: {} },
      },
    ],
  };
};
