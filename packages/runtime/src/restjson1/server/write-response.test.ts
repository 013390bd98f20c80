import { describe, expect, it } from "vitest";
import { bigDecimal } from "./big-decimal.js";
import type { FieldSchema, Schema } from "./schema.js";
import { operation, structure } from "./testing.js";
import { writeResponse } from "./write-response.js";

const write = (members: FieldSchema[], output: object) =>
  writeResponse(operation(structure(), { output: structure(...members) }), output);

const json = (members: FieldSchema[], output: object): unknown =>
  JSON.parse(write(members, output).body as string);

describe("writeResponse", () => {
  it("writes values of all types", () => {
    const members: FieldSchema[] = [
      { name: "text", target: "string", jsonName: "t" },
      { name: "nan", target: "double" },
      { name: "blob", target: "blob" },
      { name: "epoch", target: "timestamp" },
      { name: "dateTime", target: "timestamp", timestampFormat: "date-time" },
      { name: "httpDate", target: { type: "timestamp", timestampFormat: "http-date" } },
      { name: "document", target: "document" },
      { name: "sparse", target: { type: "list", member: { target: "integer" }, sparse: true } },
      {
        name: "map",
        target: { type: "map", key: { target: "string" }, value: { target: "boolean" } },
      },
    ];
    const date = new Date("2014-04-29T18:30:38.500Z");
    const output = {
      text: "a",
      nan: Number.NaN,
      blob: new Uint8Array([0, 1]),
      epoch: date,
      dateTime: date,
      httpDate: date,
      document: { a: [null] },
      sparse: [1, null],
      map: JSON.parse('{"__proto__":true}') as object,
      unknown: 1,
    };
    expect(json(members, output)).toEqual({
      t: "a",
      nan: "NaN",
      blob: "AAE=",
      epoch: 1398796238.5,
      dateTime: "2014-04-29T18:30:38.500Z",
      httpDate: "Tue, 29 Apr 2014 18:30:38 GMT",
      document: { a: [null] },
      sparse: [1, null],
      map: JSON.parse('{"__proto__":true}') as object,
    });
  });

  it("keeps the digits of big numbers", () => {
    const members: FieldSchema[] = [
      { name: "integer", target: "bigInteger" },
      { name: "list", target: { type: "list", member: { target: "bigDecimal" } } },
    ];
    const output = {
      integer: 123456789012345678901n,
      list: [bigDecimal("0.1000000000000000001"), bigDecimal("1E+9")],
    };
    expect(write(members, output).body).toBe(
      '{"integer":123456789012345678901,"list":[0.1000000000000000001,1E+9]}',
    );
  });

  it("writes members of unions, unknown ones included", () => {
    const union: Schema = { type: "union", members: [{ name: "a", target: "integer" }] };
    expect(json([{ name: "u", target: union }], { u: { a: 1 } })).toEqual({ u: { a: 1 } });
    expect(json([{ name: "u", target: union }], { u: { $unknown: ["b", 2] } })).toEqual({
      u: { b: 2 },
    });
  });

  it("puts members into status and headers", () => {
    const strings: Schema = { type: "list", member: { target: "string" } };
    const response = write(
      [
        { name: "code", target: "integer", in: "statusCode" },
        { name: "names", target: strings, in: "header", as: "X-Names" },
        { name: "date", target: "timestamp", in: "header", as: "X-Date" },
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
        { name: "absent", target: "string", in: "header", as: "X-Absent" },
        { name: "query", target: "string", in: "query", as: "q" },
      ],
      {
        code: 201,
        names: ["a", 'b,"c'],
        date: new Date(0),
        json: "{}",
        meta: { One: "1" },
        query: "in the body",
      },
    );
    expect(response).toEqual({
      status: 201,
      headers: {
        "content-type": "application/json",
        "x-names": 'a, "b,\\"c"',
        "x-date": "Thu, 01 Jan 1970 00:00:00 GMT",
        "x-json": "e30=",
        "x-meta-one": "1",
      },
      body: '{"query":"in the body"}',
    });
  });

  it("sends payloads as they are", () => {
    const payload = (target: FieldSchema["target"], data: unknown) => {
      const { headers, body } = write([{ name: "data", target, in: "payload" }], { data });
      return [headers["content-type"], body];
    };
    const bytes = new Uint8Array([1]);
    expect(payload("blob", bytes)).toEqual(["application/octet-stream", bytes]);
    expect(payload({ type: "blob", mediaType: "image/png" }, "text")).toEqual([
      "image/png",
      "text",
    ]);
    expect(payload("string", "text")).toEqual(["text/plain", "text"]);
    expect(payload(structure({ name: "a", target: "integer" }), { a: 1 })).toEqual([
      "application/json",
      '{"a":1}',
    ]);
    expect(payload("string", undefined)).toEqual([undefined, undefined]);
  });

  it("fills in defaults", () => {
    expect(json([{ name: "a", target: "timestamp", default: 5 }], {})).toEqual({ a: 5 });
    const { headers } = write(
      [{ name: "a", target: "timestamp", default: 5, in: "header", as: "a" }],
      {},
    );
    expect(headers["a"]).toBe("Thu, 01 Jan 1970 00:00:05 GMT");
  });

  it("sends nothing where there is no output", () => {
    expect(writeResponse(operation(structure(), { status: 204 }), { a: 1 })).toEqual({
      status: 204,
      headers: {},
      body: undefined,
    });
  });

  it.each([
    ["string", 1, "a string"],
    ["timestamp", "2020-01-01", "a valid Date"],
    ["timestamp", new Date(Number.NaN), "a valid Date"],
    ["blob", [1], "a Uint8Array"],
    ["integer", "1", "a number"],
    [{ type: "list", member: { target: "string" } }, "a", "an array"],
    [structure(), [], "an object"],
  ] satisfies [FieldSchema["target"], unknown, string][])(
    "says where an output is wrong",
    (target, value, expected) => {
      expect(() => write([{ name: "a", target }], { a: value })).toThrow(
        `The answer does not fit the model: expected ${expected} at '/a'.`,
      );
    },
  );
});
