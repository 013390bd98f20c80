import { describe, expect, it } from "vitest";
import { bigDecimal } from "./big-decimal.js";
import type { FieldSchema, OperationSchema, Schema } from "./schema.js";
import { JSON_HEADERS, operation, server, structure } from "./testing.js";

const body = (members: FieldSchema[], json: string) =>
  server(operation(structure(...members))).decode({ body: json, headers: JSON_HEADERS });

describe("a JSON body", () => {
  it("has values of all simple types", async () => {
    const members: FieldSchema[] = [
      { name: "string", target: "string" },
      { name: "boolean", target: "boolean" },
      { name: "byte", target: "byte" },
      { name: "long", target: "long" },
      { name: "float", target: "float" },
      { name: "nan", target: "double" },
      { name: "blob", target: "blob" },
      { name: "document", target: "document" },
      { name: "enum", target: { type: "enum", values: ["A"] } },
      { name: "intEnum", target: { type: "intEnum", values: [1] } },
      { name: "epoch", target: "timestamp" },
      { name: "dateTime", target: "timestamp", timestampFormat: "date-time" },
      { name: "httpDate", target: { type: "timestamp", timestampFormat: "http-date" } },
    ];
    const json = {
      string: "text",
      boolean: false,
      byte: -128,
      long: 9007199254740991,
      float: 1.5,
      nan: "NaN",
      blob: "AAE=",
      document: { any: [1, null, { deep: true }] },
      enum: "A",
      intEnum: 1,
      epoch: 1515531081.123,
      dateTime: "1985-04-12T23:20:50.52Z",
      httpDate: "Tue, 29 Apr 2014 18:30:38 GMT",
    };
    expect(await body(members, JSON.stringify(json))).toEqual({
      ...json,
      nan: Number.NaN,
      blob: new Uint8Array([0, 1]),
      epoch: new Date(1515531081123),
      dateTime: new Date("1985-04-12T23:20:50.520Z"),
      httpDate: new Date("2014-04-29T18:30:38Z"),
    });
  });

  it("keeps the digits of big numbers, wherever they stand", async () => {
    const members: FieldSchema[] = [
      { name: "integer", target: "bigInteger" },
      { name: "decimal", target: "bigDecimal" },
      { name: "long", target: "long" },
      { name: "text", target: "string" },
      { name: "document", target: "document" },
    ];
    const json = `{"integer":123456789012345678901234567890,"decimal":0.12345678901234567890123,
      "long":1234567890123456,"text":"\\"12345678901234567890\\"","document":[12345678901234567890]}`;
    expect(await body(members, json)).toEqual({
      integer: 123456789012345678901234567890n,
      decimal: bigDecimal("0.12345678901234567890123"),
      long: 1234567890123456,
      text: '"12345678901234567890"',
      document: [12345678901234567000],
    });
  });

  it("has nested and circular structures, unions, lists and maps", async () => {
    const tree: Schema = {
      type: "structure",
      members: [
        { name: "name", target: "string", jsonName: "n" },
        { name: "children", target: () => trees },
        { name: "byName", target: () => treeMap },
        { name: "choice", target: () => choice },
      ],
    };
    const trees: Schema = { type: "list", member: { target: tree } };
    const treeMap: Schema = {
      type: "map",
      key: { target: "string" },
      value: { target: tree },
      sparse: true,
    };
    const choice: Schema = {
      type: "union",
      members: [
        { name: "tree", target: tree },
        { name: "number", target: "integer" },
      ],
    };
    const json = `{"tree":{"n":"a","children":[{"n":"b","unknown":1}],"byName":{"c":{"n":"c"},"d":null},
      "choice":{"__type":"Choice","number":1,"tree":null}}}`;
    expect(await body([{ name: "tree", target: tree }], json)).toEqual({
      tree: {
        name: "a",
        children: [{ name: "b" }],
        byName: { c: { name: "c" }, d: null },
        choice: { number: 1 },
      },
    });
  });

  it("may be empty, and null stands for nothing", async () => {
    expect(await body([{ name: "a", target: "string" }], "")).toEqual({});
    expect(await body([{ name: "a", target: "string" }], '{"a":null}')).toEqual({});
  });

  it("cannot reach prototypes", async () => {
    const members: FieldSchema[] = [
      { name: "__proto__", target: "string" },
      { name: "constructor", target: "string" },
      {
        name: "map",
        target: { type: "map", key: { target: "string" }, value: { target: "string" } },
      },
    ];
    const input = await body(members, '{"__proto__":"p","map":{"__proto__":"q","toString":"r"}}');
    expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
    expect(Object.entries(input as object)).toEqual([
      ["__proto__", "p"],
      ["map", JSON.parse('{"__proto__":"q","toString":"r"}')],
    ]);
    expect(await body([{ name: "toString", target: "string" }], "{}")).toEqual({});
  });

  it("is refused where it is nested too deep", async () => {
    const list: Schema = { type: "list", member: { target: () => list } };
    const deep = (levels: number) => `{"a":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    expect(await body([{ name: "a", target: list }], deep(100))).toBeTypeOf("object");
    expect(await body([{ name: "a", target: list }], deep(100_000))).toBe("SerializationException");
    expect(await body([{ name: "a", target: "document" }], deep(100_000))).toBe(
      "SerializationException",
    );
  });

  it("gets the model's defaults, unless they are not wanted", async () => {
    const members: FieldSchema[] = [
      { name: "list", target: { type: "list", member: { target: "string" } }, default: [] },
      { name: "time", target: "timestamp", default: 0 },
      { name: "page", target: "integer", default: 10, in: "query", as: "page" },
      { name: "nested", target: structure({ name: "a", target: "string", default: "x" }) },
    ];
    const of = operation(structure(...members));
    const request = { body: '{"nested":{}}', headers: JSON_HEADERS };
    expect(await server(of).decode(request)).toEqual({
      list: [],
      time: new Date(0),
      page: 10,
      nested: { a: "x" },
    });
    expect(await server(of, {}, { defaults: false }).decode(request)).toEqual({ nested: {} });
  });
});

describe("labels, query and headers", () => {
  it("are decoded by type", async () => {
    const strings: Schema = { type: "list", member: { target: "string" } };
    const of = operation(
      structure(
        { name: "id", target: "long", in: "label", required: true },
        { name: "when", target: "timestamp", in: "label", required: true },
        { name: "q", target: "string", in: "query", as: "Q" },
        {
          name: "list",
          target: { type: "list", member: { target: "boolean" } },
          in: "query",
          as: "list",
        },
        {
          name: "since",
          target: "timestamp",
          in: "query",
          as: "since",
          timestampFormat: "epoch-seconds",
        },
        {
          name: "all",
          target: { type: "map", key: { target: "string" }, value: { target: strings } },
          in: "queryParams",
        },
        { name: "names", target: strings, in: "header", as: "X-Names" },
        {
          name: "dates",
          target: { type: "list", member: { target: "timestamp" } },
          in: "header",
          as: "X-Dates",
        },
        {
          name: "json",
          target: "string",
          mediaType: "application/json",
          in: "header",
          as: "X-Json",
        },
        {
          name: "meta",
          target: { type: "map", key: { target: "string" }, value: { target: "string" } },
          in: "prefixHeaders",
          as: "X-Meta-",
        },
      ),
      { uri: "/{id}/{when}" },
    );
    const input = await server(of).decode({
      url: "/12/2020-01-02T03%3A04%3A05Z?Q=a+b%20%26&list=true&list=false&since=1.5",
      headers: {
        "x-names": 'a, "b,c", "d\\"e"',
        "x-dates": "Tue, 29 Apr 2014 18:30:38 GMT, Wed, 30 Apr 2014 18:30:38 GMT",
        "x-json": btoa('{"a":1}'),
        "x-meta-one": "1",
      },
    });
    expect(input).toEqual({
      id: 12,
      when: new Date("2020-01-02T03:04:05Z"),
      q: "a b &",
      list: [true, false],
      since: new Date(1500),
      all: { Q: ["a b &"], list: ["true", "false"], since: ["1.5"] },
      names: ["a", "b,c", 'd"e'],
      dates: [new Date("2014-04-29T18:30:38Z"), new Date("2014-04-30T18:30:38Z")],
      json: '{"a":1}',
      meta: { one: "1" },
    });
  });

  it("are members of the body where the direction is another", async () => {
    const of = operation(structure({ name: "code", target: "integer", in: "statusCode" }));
    expect(await server(of).decode({ body: '{"code":5}', headers: JSON_HEADERS })).toEqual({
      code: 5,
    });
  });
});

describe("a payload", () => {
  const payload = (
    target: FieldSchema["target"],
    change: Partial<FieldSchema> = {},
  ): OperationSchema => operation(structure({ name: "data", target, in: "payload", ...change }));

  it("is bytes, text or JSON", async () => {
    const bytes = new Uint8Array([0, 255]);
    expect(await server(payload("blob")).decode({ body: bytes })).toEqual({ data: bytes });
    const text = { body: "ü", headers: { "content-type": "text/plain" } };
    expect(await server(payload("string")).decode(text)).toEqual({ data: "ü" });
    const json = structure({ name: "a", target: "integer" });
    expect(await server(payload(json)).decode({ body: '{"a":1}', headers: JSON_HEADERS })).toEqual({
      data: { a: 1 },
    });
    expect(
      await server(payload("document")).decode({ body: "null", headers: JSON_HEADERS }),
    ).toEqual({});
    expect(
      await server(payload("document")).decode({ body: "[1]", headers: JSON_HEADERS }),
    ).toEqual({ data: [1] });
  });

  it("is not there where the body is empty, unless it has to be", async () => {
    expect(await server(payload("blob")).decode({})).toEqual({});
    expect(await server(payload("blob", { required: true })).decode({})).toEqual({
      data: new Uint8Array(),
    });
  });

  it("must be of its media type", async () => {
    const jpeg = payload({ type: "blob", mediaType: "image/jpeg" });
    expect(await server(jpeg).decode({ body: "x", headers: JSON_HEADERS })).toBe(
      "UnsupportedMediaTypeException",
    );
    expect(
      await server(jpeg).decode({ body: "x", headers: { "content-type": "image/jpeg" } }),
    ).toBeTypeOf("object");
  });
});
