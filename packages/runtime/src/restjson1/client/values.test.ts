import { describe, expect, it } from "vitest";
import { readBigDecimal, readBigInteger } from "./big-numbers.js";
import { readBlob, writeBlob } from "./blobs.js";
import { readFloat, writeFloat } from "./floats.js";
import {
  readMediaTypeHeader,
  toLazyJson,
  writeMediaTypeHeader,
  writeMediaTypeJson,
} from "./media-type.js";
import { NumericValue } from "./numeric-value.js";
import { addQueryParams } from "./query.js";
import { readStream } from "./streams.js";
import { readUnknownMember, writeUnknownMember } from "./unions.js";

describe("blobs", () => {
  it("are Base64", () => {
    expect(writeBlob(new Uint8Array([255, 0]))).toBe("/wA=");
    expect(writeBlob("ü")).toBe("w7w=");
    expect(readBlob("/wA=")).toEqual(new Uint8Array([255, 0]));
  });

  it("are refused where they are not", () => {
    expect(() => readBlob("/")).toThrow("padding");
  });
});

describe("floats", () => {
  it.each([1.5, -0, NaN, Infinity, -Infinity])("travel: %d", (value) => {
    expect(readFloat(JSON.parse(JSON.stringify(writeFloat(value))))).toBe(value + 0);
  });
});

describe("big numbers", () => {
  it("are read from numbers and text", () => {
    expect(readBigInteger(7)).toBe(7n);
    expect(readBigInteger("123456789012345678901")).toBe(123456789012345678901n);
    expect(readBigDecimal(1.5)).toMatchObject({ string: "1.5", type: "bigDecimal" });
    expect(readBigDecimal("1.50").toString()).toBe("1.50");
  });

  it("are recognized", () => {
    expect(new NumericValue("1", "bigDecimal")).toBeInstanceOf(NumericValue);
    expect({}).not.toBeInstanceOf(NumericValue);
    expect(() => new NumericValue("one", "bigDecimal")).toThrow("bigDecimal");
  });
});

describe("JSON in text", () => {
  it("is taken as text and as a value", () => {
    expect(writeMediaTypeJson('{"a":1}')).toBe('{"a":1}');
    expect(writeMediaTypeJson({ a: 1 })).toBe('{"a":1}');
    expect(toLazyJson('{"a":1}').deserializeJSON()).toEqual({ a: 1 });
  });

  it("is Base64 in headers", () => {
    expect(readMediaTypeHeader(writeMediaTypeHeader('{"a":"ü"}'))).toBe('{"a":"ü"}');
  });
});

describe("query maps", () => {
  it("do not overwrite parameters", () => {
    const query = { a: "1" };
    addQueryParams(query, { a: "2", b: "3", c: ["4", "5"], d: undefined });
    expect(query).toEqual({ a: "1", b: "3", c: ["4", "5"] });
  });
});

describe("unions", () => {
  it("keep a member that the model does not know", () => {
    const value = readUnknownMember({ __type: "U", newer: { a: 1 } });
    expect(value).toEqual({ $unknown: ["newer", { a: 1 }] });
    expect(writeUnknownMember(value)).toEqual({ newer: { a: 1 } });
  });

  it("are empty where that cannot be told", () => {
    expect(readUnknownMember({ a: 1, b: 2 })).toEqual({});
    expect(writeUnknownMember({})).toEqual({});
  });
});

describe("streams", () => {
  it("can be read whole", async () => {
    expect(await readStream(new Blob(["ü"]).stream()).transformToString()).toBe("ü");
  });
});
