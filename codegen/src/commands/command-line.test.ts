import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BIRDS, type MutableJson } from "../../test-fixtures/models.js";
import type { Json } from "../model/model.js";
import { runCommandLine } from "./command-line.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wickr-codegen-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => runCommandLine(args, "1.2.3");

const save = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

/** The birds, changed. */
const model = (change: (shapes: MutableJson) => void): string => {
  const ast = JSON.parse(readFileSync(BIRDS, "utf8")) as MutableJson;
  change(ast["shapes"] ?? {});
  return save("model.json", JSON.stringify(ast));
};

const generate = (file: string, ...more: string[]) =>
  run("generate", "--model", file, "--out", join(folder, "out"), ...more);

const GET_BIRD = "example.birds#GetBird";
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
/** The birds, with metadata. */
const withMetadata = (text: string): string =>
  save(
    "metadata.json",
    readFileSync(BIRDS, "utf8").replace('"smithy": "2.0"', `"smithy": "2.0", "metadata": ${text}`),
  );

describe("What is wrong with the command line ends in a message:", () => {
  test.each<[what: string, args: () => string[], expected: string]>([
    ["no model", () => ["--model", ""], "error: found an empty path, expected a file or a folder"],
    [
      "a model that is not there",
      () => ["--model", join(folder, "x")],
      "x: cannot be read: no such file or folder",
    ],
    [
      "an empty folder",
      () => ["--model", folder],
      "found no .json file in this folder, expected a model",
    ],
    ["a device", () => ["--model", "/dev/null"], "/dev/null: is no file and no folder"],
    [
      "an empty file",
      () => ["--model", save("empty.json", "")],
      "found the end of the file, expected a value",
    ],
    [
      "bytes",
      () => ["--model", save("bytes.json", Buffer.from([0, 255, 254]))],
      "no JSON at line 1, column 1",
    ],
    [
      "a list",
      () => ["--model", save("list.json", "[1]")],
      "found a list, expected a Smithy JSON AST: an object",
    ],
    [
      "JSON that is too deep",
      () => ["--model", withMetadata(`{ "deep": ${nested(100_000)} }`)],
      "found JSON that is nested more than 500 deep",
    ],
    [
      "a service that is a structure",
      () => ["--service", "example.birds#Bird"],
      "found a structure, expected a service; the model has the service example.birds#Birds",
    ],
    [
      "a service that is not there",
      () => ["--service", "a#B"],
      "found no service a#B; the model has",
    ],
    ["no service", () => ["--service", ""], "Found nothing, expected a name."],
    [
      "an operation to omit that is not there",
      () => ["--omit", "a#B"],
      "found no shape a#B to leave out, expected an operation",
    ],
    [
      "a structure to omit",
      () => ["--omit", "example.birds#Bird"],
      "found the structure example.birds#Bird to leave out, expected an operation",
    ],
    [
      "no packages",
      () => ["--only", ""],
      'Found "", expected some of client, paginators, waiters, mock.',
    ],
    [
      "an unknown package",
      () => ["--only", "client,simulator"],
      'Found "simulator", expected some of',
    ],
    [
      "a flag given twice",
      () => ["--only", "client", "--only", "mock"],
      "It was given before, expected it once.",
    ],
    ["two folders to write to", () => ["--out", folder], "It was given before, expected it once."],
    ["a scope that is none", () => ["--scope", "Birds"], "expected an npm scope such as @example"],
    ["an unknown flag", () => ["--fast"], "unknown option '--fast'"],
  ])("%s", async (_, args, expected) => {
    const { code, stdout, stderr } = await generate(BIRDS, ...args());
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(readdirSync(folder)).not.toContain("out");
  });

  test.each<[what: string, out: () => string, expected: string]>([
    ["a file", () => save("file", "mine"), "file is no folder, expected one to write to."],
    [
      "a folder below a file",
      () => join(save("file", "mine"), "a/b"),
      "file is no folder, expected one to write to.",
    ],
    ["nothing", () => "", "Found nothing, expected a name."],
  ])("to write to %s", async (_, out, expected) => {
    const { code, stderr } = await run("generate", "--model", BIRDS, "--out", out());
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(code).toBe(1);
  });

  test("a package named twice is one.", async () => {
    await generate(BIRDS, "--only", "client");
    expect(await generate(BIRDS, "--only", "client,client")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("0 files written, 0 deleted") as string,
    });
  });
});

describe("What is wrong with a model ends in a message:", () => {
  test("a service without operations", async () => {
    const file = model((shapes) => {
      const service = shapes["example.birds#Birds"] ?? {};
      delete service["operations"];
      delete service["resources"];
    });
    const { code, stderr } = await generate(file);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "model.json: example.birds#Birds: found a service without operations; there is nothing to generate",
    );
  });

  test("one whose operations were all left out", async () => {
    const all = ["GetBird", "ListBirds", "CreateBird", "UploadSong", "GetNest"];
    const { code, stderr } = await generate(
      BIRDS,
      "--omit",
      ...all.map((name) => `example.birds#${name}`),
    );
    expect(code).toBe(1);
    expect(stderr).toContain("found a service without operations");
  });

  test("lists in lists, without end", async () => {
    const file = model((shapes) => {
      const put = (id: string, shape: Json) => void (shapes[id] = shape as unknown as MutableJson);
      for (let index = 0; index < 5000; index++) {
        put(`a#List${index}`, {
          type: "list",
          member: { target: index < 4999 ? `a#List${index + 1}` : "smithy.api#String" },
        });
      }
      (shapes["example.birds#Bird"]?.["members"] ?? {})["eggs"] = {
        target: "a#List0",
      } as unknown as MutableJson;
    });
    const { code, stderr } = await generate(file);
    expect(code).toBe(1);
    expect(stderr).toContain("a#List0: found lists or maps in one another more than 32 deep");
  });

  test("a waiter that compares with what nothing can be", async () => {
    const file = model((shapes) => {
      (shapes[GET_BIRD]?.["traits"] ?? {})["smithy.waiters#waitable"] = {
        Hatched: {
          acceptors: [
            {
              state: "success",
              matcher: {
                output: {
                  path: "kind == ('owl' || 'wren')",
                  expected: "true",
                  comparator: "booleanEquals",
                },
              },
            },
          ],
        },
      } as unknown as MutableJson;
    });
    const { stderr } = await generate(file);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(stderr).not.toContain("the generator failed");
  });
});

test("A mistake in an example costs the example, not the service.", async () => {
  const file = model((shapes) => {
    (shapes[GET_BIRD]?.["traits"] ?? {})["smithy.api#examples"] = [
      { title: "At fault", input: { birdId: "a-1" }, output: { name: "Phoenix", feathers: 3 } },
      { title: "Fine", input: { birdId: "a-2" }, output: { name: "Wren" } },
    ] as unknown as MutableJson;
  });
  const { code, stderr } = await generate(file);
  expect(stderr).toContain(
    'model.json: example.birds#GetBird: found a member that example.birds#Bird does not have, at output.feathers in example "At fault"; the example is left out',
  );
  expect(code).toBe(0);
  const text = ["client/src/commands/GetBirdCommand.ts", "mock/src/operations/GetBird.ts"]
    .map((path) => readFileSync(join(folder, "out", path), "utf8"))
    .join("\n");
  expect(text).not.toContain("Phoenix");
  expect(text).not.toContain("a-1");
  expect(text).toContain("Wren");
  expect(text).toContain("a-2");
});

test("With --strict it costs the service.", async () => {
  const file = model((shapes) => {
    (shapes[GET_BIRD]?.["traits"] ?? {})["smithy.api#examples"] = [
      { title: "At fault", input: {} },
    ] as unknown as MutableJson;
  });
  const { code, stderr } = await generate(file, "--strict");
  expect(code).toBe(1);
  expect(stderr).toContain("There are warnings, and --strict is given; nothing was written.");
  expect(readdirSync(folder)).not.toContain("out");
  expect((await generate(BIRDS, "--strict")).code).toBe(0);
});

test("The version is told.", async () => {
  expect(await run("--version")).toEqual({ code: 0, stdout: "1.2.3\n", stderr: "" });
});
