import { describe, expect, it } from "vitest";
import { keepMembers } from "./keep-members.js";
import { readJsonList, readSparseJsonList, writeJsonList, writeSparseJsonList } from "./lists.js";
import {
  mapValues,
  readJsonMap,
  readSparseJsonMap,
  writeJsonMap,
  writeSparseJsonMap,
} from "./maps.js";

const double = (value: number) => value * 2;

describe("lists", () => {
  it("leave nothing out but null, unless they are sparse", () => {
    expect(writeJsonList([1, null, 2, undefined], double)).toEqual([2, 4]);
    expect(writeSparseJsonList([1, null, undefined], double)).toEqual([2, null, null]);
    expect(readJsonList([1, null, 2], double)).toEqual([2, 4]);
    expect(readSparseJsonList([1, null, 2], double)).toEqual([2, null, 4]);
  });

  it("are read as they are without a reader", () => {
    expect(readJsonList(["a", null, ""])).toEqual(["a", ""]);
    expect(readSparseJsonList(["a", null])).toEqual(["a", null]);
  });

  it("are not copied when read", () => {
    const json = [1, 2];
    expect(readJsonList(json, double)).toBe(json);
  });
});

describe("maps", () => {
  it("leave nothing out but null, unless they are sparse", () => {
    const map = { a: 1, b: null };
    expect(writeJsonMap(map, double)).toEqual({ a: 2 });
    expect(writeSparseJsonMap(map, double)).toEqual({ a: 2, b: null });
    expect(readJsonMap(map, double)).toEqual({ a: 2 });
    expect(readSparseJsonMap(map, double)).toEqual({ a: 2, b: null });
    expect(readJsonMap(map)).toEqual({ a: 1 });
  });

  it("take __proto__ for a key", () => {
    const map = mapValues(JSON.parse('{"__proto__":1}'), double);
    expect(Object.entries(map)).toEqual([["__proto__", 2]]);
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
  });
});

describe("structures", () => {
  it("keep what is known and has a value", () => {
    const json = JSON.parse('{"a":0,"b":null,"c":1,"__proto__":{"d":1}}');
    keepMembers(json, ["a", "b"]);
    expect(json).toEqual({ a: 0 });
    expect(Object.getOwnPropertyNames(json)).toEqual(["a"]);
  });
});
