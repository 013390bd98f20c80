import { describe, expect, it } from "vitest";
import type { FieldSchema, SchemaRef, TimestampFormat } from "./schema.js";
import { JSON_HEADERS, operation, server, structure } from "./testing.js";

/** What the answer to a malformed request is, by the protocol's tests for servers. */
const SERIALIZATION = { status: 400, headers: { "x-amzn-errortype": "SerializationException" } };

const inBody = (target: SchemaRef, change: Partial<FieldSchema> = {}) => {
  const { answer } = server(operation(structure({ name: "value", target, ...change })));
  return (json: string) => answer({ body: `{ "value" : ${json} }`, headers: JSON_HEADERS });
};

const outsideBody = (target: SchemaRef, change: Partial<FieldSchema> = {}) => {
  const at = (place: "label" | "query" | "header") => {
    const field: FieldSchema = { name: "value", target, in: place, as: "value", ...change };
    return server(operation(structure(field), place === "label" ? { uri: "/{value}" } : {}));
  };
  const [label, query, header] = [at("label"), at("query"), at("header")];
  return {
    label: (text: string) => label.answer({ url: `/${encodeURIComponent(text)}` }),
    query: (text: string) => query.answer({ url: `/?value=${encodeURIComponent(text)}` }),
    header: (text: string) => header.answer({ headers: { value: text } }),
  };
};

const INTEGERS = ["byte", "short", "integer", "long"] as const;
const OVERFLOWS = {
  byte: ["256", "-256", "-9223372000000000000", "9223372000000000000", "123000000000000000000000"],
  short: ["32768", "-32769", "-9223372000000000000", "123000000000000000000000"],
  integer: ["2147483648", "-2147483649", "-9223372000000000000", "123000000000000000000000"],
  long: ["-184467440737095500000", "184467440737095500000", "123000000000000000000000"],
};

describe.each(INTEGERS)("a number of type %s", (type) => {
  it.each(OVERFLOWS[type])("cannot be %s", async (value) => {
    expect(await inBody(type)(value)).toMatchObject(SERIALIZATION);
    for (const place of Object.values(outsideBody(type)))
      expect(await place(value)).toMatchObject(SERIALIZATION);
  });

  it.each([
    '"123"',
    "true",
    "1.001",
    "2ABC",
    "0x42",
    "Infinity",
    '"Infinity"',
    "NaN",
    '"NaN"',
    "[1]",
    "{}",
  ])("is not %s", async (value) => {
    expect(await inBody(type)(value)).toMatchObject(SERIALIZATION);
  });

  it.each(["true", "1.001", "2ABC", "0x42", "Infinity", "-Infinity", "NaN", " 1", "1 "])(
    "is not the text %s",
    async (value) => {
      for (const place of Object.values(outsideBody(type)))
        expect(await place(value)).toMatchObject(SERIALIZATION);
    },
  );
});

describe.each(["float", "double"] as const)("a number of type %s", (type) => {
  it.each(['"123"', "true", "2ABC", "0x42", "Infinity", "-Infinity", "NaN", "1e400"])(
    "is not %s",
    async (value) => {
      expect(await inBody(type)(value)).toMatchObject(SERIALIZATION);
    },
  );

  it.each(["true", "2ABC", "0x42", "1e400", "1_0", "infinity"])(
    "is not the text %s",
    async (value) => {
      for (const place of Object.values(outsideBody(type)))
        expect(await place(value)).toMatchObject(SERIALIZATION);
    },
  );

  it.each(["NaN", "-Infinity", "1e-3", "-1.5"])("may be the text %s", async (value) => {
    for (const place of Object.values(outsideBody(type)))
      expect(await place(value)).toMatchObject({ status: 200 });
  });
});

describe("a boolean", () => {
  it.each(['"true"', "True", "1", "0", "yes", '"on"'])("is not %s", async (value) => {
    expect(await inBody("boolean")(value)).toMatchObject(SERIALIZATION);
  });

  it.each(["True", "TRUE", "y", "yes", "1", "on", "False", "n", "0", "off"])(
    "is not the text %s",
    async (value) => {
      for (const place of Object.values(outsideBody("boolean")))
        expect(await place(value)).toMatchObject(SERIALIZATION);
    },
  );
});

describe("text, bytes, lists, maps and unions", () => {
  it.each(["1", "true", "[]", "{}"])("a string is not %s", async (value) => {
    expect(await inBody("string")(value)).toMatchObject(SERIALIZATION);
  });

  it.each([
    "blob",
    '"xyz"',
    '"YmxvYg="',
    "[98, 108]",
    '["b"]',
    "981081198",
    "true",
    "[][]",
    '"-_=="',
  ])("a blob is not %s", async (value) => {
    expect(await inBody("blob")(value)).toMatchObject(SERIALIZATION);
  });

  it.each(["xyz", "YmxvYg=", "[][]", "-_=="])(
    "text with a media type is not %s in a header",
    async (value) => {
      const { header } = outsideBody({ type: "string", mediaType: "application/json" });
      expect(await header(value)).toMatchObject(SERIALIZATION);
    },
  );

  it.each(['["a", null]', '["a"', '{"0":"a"}', '"a"'])("a list is not %s", async (value) => {
    expect(await inBody({ type: "list", member: { target: "string" } })(value)).toMatchObject(
      SERIALIZATION,
    );
  });

  it.each(['{ null: "a" }', '{ "a": null }', "[]"])("a map is not %s", async (value) => {
    const map = { type: "map", key: { target: "string" }, value: { target: "string" } } as const;
    expect(await inBody(map)(value)).toMatchObject(SERIALIZATION);
  });

  it.each([
    '{ "int": 2, "string": "three" }',
    '{ "int": 2, "unknown": "three" }',
    '{ "int": null }',
    "{}",
    '["int"]',
    '{ "unknown": "hello" }',
  ])("a union is not %s", async (value) => {
    const union = {
      type: "union",
      members: [
        { name: "int", target: "integer" },
        { name: "string", target: "string" },
      ],
    } as const;
    expect(await inBody(union)(value)).toMatchObject(SERIALIZATION);
  });
});

const OFFSETS = ["1996-12-19T16:39:57-08:00", "1996-12-19T16:39:57+00", "1996-12-19T16:39:57+00Z"];
const OTHER_8601 = [
  "1996-12-19T16:39:57",
  "1996-12-19T163957",
  "19961219T163957Z",
  "19961219T16:39:57Z",
  "1996-12-19T16:39Z",
  "1996-12-19T16Z",
  "1996-12-19 16:39:57Z",
  "2011-12-03T10:15:30+01:00[Europe/Paris]",
  "2023-02-30T00:00:00Z",
  "2023-01-01T24:00:00Z",
];
const DATE_TIMES = ["1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50Z"];
const HTTP_DATES = ["Tue, 29 Apr 2014 18:30:38 GMT", "Sun, 02 Jan 2000 20:34:56.000 GMT"];
const EPOCHS = ["1515531081.1234", "1515531081"];
const NO_EPOCHS = [
  "true",
  "1515531081ABC",
  "0x42",
  "1515531081.123.456",
  "Infinity",
  "-Infinity",
  "NaN",
];
const GOOD = { "date-time": DATE_TIMES, "http-date": HTTP_DATES, "epoch-seconds": EPOCHS };
const BAD = {
  "date-time": [...OFFSETS, ...OTHER_8601],
  "http-date": [],
  "epoch-seconds": NO_EPOCHS,
};

describe.each(["date-time", "http-date", "epoch-seconds"] as const)(
  "a timestamp in the format %s",
  (format) => {
    const others = Object.entries(GOOD).flatMap(([name, texts]) => (name === format ? [] : texts));
    const wrong = [...others, ...BAD[format]];
    const asJson = (text: string) => (EPOCHS.includes(text) ? text : JSON.stringify(text));

    it.each(wrong)("is not %s", async (text) => {
      expect(await inBody("timestamp", { timestampFormat: format })(asJson(text))).toMatchObject(
        SERIALIZATION,
      );
      const places = outsideBody("timestamp", { timestampFormat: format });
      for (const place of Object.values(places))
        expect(await place(text)).toMatchObject(SERIALIZATION);
    });

    it.each(GOOD[format])("is %s", async (text) => {
      expect(await inBody("timestamp", { timestampFormat: format })(asJson(text))).toMatchObject({
        status: 200,
      });
      const places = outsideBody("timestamp", { timestampFormat: format });
      for (const place of Object.values(places))
        expect(await place(text)).toMatchObject({ status: 200 });
    });

    it("is the default of some place", async () => {
      const places = outsideBody("timestamp");
      const defaults: Record<string, TimestampFormat> = {
        label: "date-time",
        query: "date-time",
        header: "http-date",
      };
      for (const [name, place] of Object.entries(places)) {
        const status = defaults[name] === format ? 200 : 400;
        expect(await place(GOOD[format][0] ?? "")).toMatchObject({ status });
      }
    });
  },
);

it.each(['"1515531081"', '"NaN"', "true"])("epoch seconds in JSON are not %s", async (value) => {
  expect(await inBody("timestamp")(value)).toMatchObject(SERIALIZATION);
});

describe("a body", () => {
  const { answer } = server(operation(structure({ name: "int", target: "integer" })));

  it.each([
    "{[",
    '{ "int": 10 }abc',
    'abc{ "int": 10 }',
    '{ "int": 10 // the integer\n}',
    '{ "int": 10 /* the integer */ }',
    '{"int" :\u000c10}',
    "{'int': 10}",
    '{"int": 10,}',
    '[{ "int": 10}]',
    "10",
    "null",
  ])("is not %s", async (body) => {
    expect(await answer({ body, headers: JSON_HEADERS })).toMatchObject(SERIALIZATION);
  });

  it("is UTF-8", async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    expect(await answer({ body, headers: JSON_HEADERS })).toMatchObject(SERIALIZATION);
  });

  it("has the media type of the model, parameters aside", async () => {
    const media = (type: string) =>
      answer({ body: '{"int":1}', headers: { "content-type": type } });
    expect(await media("application/hal+json")).toMatchObject({
      status: 415,
      headers: { "x-amzn-errortype": "UnsupportedMediaTypeException" },
    });
    expect(await media("Application/JSON; charset=utf-8")).toMatchObject({ status: 200 });
  });

  it("does not come where there is no input", async () => {
    const { input: _, ...bare } = operation(structure());
    const { answer: answerBare } = server(bare);
    expect(await answerBare({ body: "{}", headers: JSON_HEADERS })).toMatchObject({ status: 415 });
    expect(await answerBare({})).toMatchObject({ status: 200 });
  });

  it("does not come where no member is in it, which is said after what the members break", async () => {
    const query = {
      name: "q",
      target: "string",
      in: "query",
      as: "q",
      length: { min: 2, max: 8 },
    } as const;
    const { answer: answerQuery } = server(operation(structure(query)));
    const body = { body: "{}", headers: JSON_HEADERS };
    expect(await answerQuery({ url: "/?q=abc", ...body })).toMatchObject({ status: 415 });
    expect(await answerQuery({ url: "/?q", ...body })).toMatchObject({
      status: 400,
      headers: { "x-amzn-errortype": "ValidationException" },
    });
    expect(await answerQuery({ url: "/?q=abc" })).toMatchObject({ status: 200 });
  });
});

describe("the accept header", () => {
  const json = server(operation(structure(), { output: structure() }));
  const jpeg = server(
    operation(structure(), {
      output: structure({
        name: "data",
        target: { type: "blob", mediaType: "image/jpeg" },
        in: "payload",
      }),
    }),
  );

  it.each(["application/hal+json", "text/*"])("%s is refused for JSON", async (accept) => {
    expect(await json.answer({ headers: { accept } })).toMatchObject({
      status: 406,
      headers: { "x-amzn-errortype": "NotAcceptableException" },
    });
  });

  it.each(["application/json", "application/*", "*/*", "text/html, application/json;q=0.5"])(
    "%s is fine for JSON",
    async (accept) => {
      expect(await json.answer({ headers: { accept } })).toMatchObject({ status: 200 });
    },
  );

  it("must fit the media type of a payload", async () => {
    expect(await jpeg.answer({ headers: { accept: "application/json" } })).toMatchObject({
      status: 406,
    });
    expect(await jpeg.answer({ headers: { accept: "image/jpeg" } })).toMatchObject({ status: 200 });
  });
});
