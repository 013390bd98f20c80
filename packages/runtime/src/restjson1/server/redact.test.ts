import { describe, expect, it } from "vitest";
import { redactJson, redactUrl } from "./redact.js";
import { operation, structure } from "./testing.js";

const secret = { type: "string", sensitive: true } as const;
const person = structure(
  { name: "name", target: secret },
  { name: "age", target: "integer", jsonName: "years" },
  { name: "code", target: "string" },
);

describe("redactJson", () => {
  it("hides what is sensitive, and what nobody knows", () => {
    expect(redactJson(person, { name: "Ana", years: 5, code: "1", other: 1 })).toEqual({
      name: "***",
      years: 5,
      code: "1",
      other: "***",
    });
    expect(redactJson(undefined, { name: "Ana" })).toEqual({ name: "***" });
  });

  it("hides at any depth", () => {
    const schema = structure(
      { name: "people", target: { type: "list", member: { target: person } } },
      { name: "codes", target: { type: "list", member: { target: secret } } },
      {
        name: "map",
        target: { type: "map", key: { target: "string" }, value: { target: person } },
      },
    );
    const json = { people: [{ name: "Ana" }], codes: ["x"], map: { a: { name: "Ben", years: 1 } } };
    expect(redactJson(schema, json)).toEqual({
      people: [{ name: "***" }],
      codes: ["***"],
      map: { a: { name: "***", years: 1 } },
    });
  });

  it("hides what it is told to", () => {
    const isCode = ({ name }: { readonly name: string }): boolean => name === "code";
    expect(redactJson(person, { years: 5, code: "1" }, isCode)).toEqual({ years: 5, code: "***" });
  });

  it("leaves what is no object as it is", () => {
    expect(redactJson(person, "text")).toBe("text");
    expect(redactJson(person, null)).toBeNull();
  });
});

it("hides parameters of a query", () => {
  const of = operation(
    structure(
      { name: "name", target: secret, in: "query" },
      { name: "size", target: "integer", in: "query", as: "max" },
    ),
  );
  expect(redactUrl(of, "/a?name=Ana&max=5&x=1")).toBe("/a?name=***&max=5&x=***");
  expect(redactUrl(of, "/a")).toBe("/a");
  expect(redactUrl(undefined, "/a?max=5")).toBe("/a?max=***");
});
