import { describe, expect, test } from "vitest";
import type { Json } from "../../model/model.js";
import type { PlannedFile } from "../../layout/file.js";
import { importModule, factsOfShapes, textOf } from "../render-fixture.js";
import { planPaginators } from "./index.js";

const plan = (paginated: Json, service: Json = {}): PlannedFile[] =>
  planPaginators(
    factsOfShapes({
      "test#Birds": {
        type: "service",
        version: "1",
        operations: [{ target: "test#ListBirds" }, { target: "test#GetBird" }],
        traits: { "smithy.api#paginated": service },
      },
      "test#GetBird": {
        type: "operation",
        input: { target: "smithy.api#Unit" },
        output: { target: "smithy.api#Unit" },
      },
      "test#ListBirds": {
        type: "operation",
        input: { target: "test#ListBirdsInput" },
        output: { target: "test#ListBirdsOutput" },
        traits: { "smithy.api#paginated": paginated },
      },
      "test#ListBirdsInput": {
        type: "structure",
        members: {
          token: { target: "smithy.api#String" },
          size: { target: "smithy.api#Integer" },
          mapToken: { target: "test#Token" },
        },
      },
      "test#ListBirdsOutput": {
        type: "structure",
        members: {
          token: { target: "smithy.api#String" },
          birds: { target: "test#BirdList" },
          page: { target: "test#Page" },
        },
      },
      "test#Page": {
        type: "structure",
        members: {
          token: { target: "smithy.api#String" },
          byName: { target: "test#BirdMap" },
          names: { target: "test#Names", traits: { "smithy.api#required": {} } },
        },
      },
      "test#Bird": { type: "structure", members: { name: { target: "smithy.api#String" } } },
      "test#BirdList": { type: "list", member: { target: "test#Bird" } },
      "test#BirdMap": {
        type: "map",
        key: { target: "smithy.api#String" },
        value: { target: "test#Bird" },
      },
      "test#Names": {
        type: "list",
        member: { target: "smithy.api#String" },
        traits: { "smithy.api#sparse": {} },
      },
      "test#Token": {
        type: "map",
        key: { target: "smithy.api#String" },
        value: { target: "smithy.api#String" },
      },
    }),
  );

const CLIENT = `
export class ListBirdsCommand { constructor(readonly input: unknown) {} }
export class BirdsClient {
  inputs: unknown[] = [];
  constructor(readonly pages: unknown[]) {}
  async send(command: ListBirdsCommand): Promise<unknown> {
    this.inputs.push(command.input);
    return this.pages.shift();
  }
}`;

const PLAIN = { inputToken: "token", outputToken: "token", pageSize: "size", items: "birds" };
const NESTED = { inputToken: "token", outputToken: "page.token", items: "page.byName" };

const paginator = (files: readonly PlannedFile[]): PlannedFile =>
  files.find(({ path }) => path.endsWith("paginateListBirds.ts"))!;

interface TestClient {
  readonly inputs: unknown[];
}

/** What a generated function gives for these pages, and what it asked for. */
const run = async (trait: Json, name: string, pages: readonly unknown[]) => {
  const { module, client } = await importModule(paginator(plan(trait)), CLIENT);
  const paginate = module[name] as (config: object, input: object) => AsyncIterable<unknown>;
  const birds = new (client["BirdsClient"] as new (pages: unknown[]) => TestClient)([...pages]);
  const found: unknown[] = [];
  for await (const value of paginate({ client: birds, pageSize: 2 }, {})) found.push(value);
  return { found, inputs: birds.inputs };
};

describe("what it does", () => {
  const pages = [
    { token: "a", birds: [{ name: "owl" }, { name: "wren" }] },
    { token: "b" },
    { birds: [{ name: "rook" }] },
  ];

  test("pages come one by one", async () => {
    const { found, inputs } = await run(PLAIN, "paginateListBirds", pages);
    expect(found).toEqual(pages);
    expect(inputs).toEqual([{ size: 2 }, { size: 2, token: "a" }, { size: 2, token: "b" }]);
  });

  test("items come one by one, none of a page without them", async () => {
    const { found } = await run(PLAIN, "paginateListBirdsItems", pages);
    expect(found).toEqual([{ name: "owl" }, { name: "wren" }, { name: "rook" }]);
  });

  test("the entries of a map come one by one", async () => {
    const nested = [{ page: { token: "a", byName: { x: { name: "owl" } } } }, {}];
    const { found, inputs } = await run(NESTED, "paginateListBirdsItems", nested);
    expect(found).toEqual([["x", { name: "owl" }]]);
    expect(inputs).toHaveLength(2);
  });
});

describe("what is written", () => {
  test("a module for each paginated operation, the configuration, and an index", () => {
    expect(plan(PLAIN).map(({ path }) => path)).toEqual([
      "paginators/src/BirdsPaginationConfiguration.ts",
      "paginators/src/paginateListBirds.ts",
      "paginators/src/index.ts",
    ]);
  });

  test("what the operation leaves out stands on the service", async () => {
    const text = await textOf(
      paginator(plan({ items: "birds" }, { inputToken: "token", outputToken: "token" })),
    );
    expect(text).toContain('inputToken: "token"');
    expect(text).not.toContain("pageSize:");
  });

  test("without items there are pages only", async () => {
    const { items: _, ...pagesOnly } = PLAIN;
    expect(await textOf(paginator(plan(pagesOnly)))).not.toContain("Items");
  });

  test("paths lead through members that may be missing", async () => {
    const text = await textOf(paginator(plan(NESTED)));
    expect(text).toContain("(page) => page.page?.token");
    expect(text).toContain("Object.entries(page.page?.byName ?? {})");
    expect(text).toContain("Paginator<[string, Bird]>");
  });

  test("items have the type that the client gives them", async () => {
    expect(await textOf(paginator(plan(PLAIN)))).toContain("Paginator<Bird>");
    expect(await textOf(paginator(plan({ ...PLAIN, items: "page.names" })))).toContain(
      "Paginator<string | null>",
    );
  });

  test("tokens that are no strings are typed", async () => {
    const text = await textOf(paginator(plan({ ...PLAIN, inputToken: "mapToken" })));
    expect(text).toContain("BirdsPaginationConfiguration<Record<string, string>>");
    expect(text).toContain('inputToken: "mapToken"');
  });

  test("an item of a type whose name the module needs is imported under another one", async () => {
    const [file] = planPaginators(
      factsOfShapes({
        "test#Birds": { type: "service", version: "1", operations: [{ target: "test#List" }] },
        "test#List": {
          type: "operation",
          input: { target: "test#ListInput" },
          output: { target: "test#ListOutput" },
          traits: {
            "smithy.api#paginated": { inputToken: "token", outputToken: "token", items: "pages" },
          },
        },
        "test#ListInput": {
          type: "structure",
          members: { token: { target: "smithy.api#String" } },
        },
        "test#ListOutput": {
          type: "structure",
          members: { token: { target: "smithy.api#String" }, pages: { target: "test#PageList" } },
        },
        "test#PageList": { type: "list", member: { target: "test#Pages" } },
        "test#Pages": { type: "structure", members: {} },
      }),
    ).filter(({ path }) => path.endsWith("List.ts"));
    expect(await textOf(file!)).toContain("Paginator<_Pages>");
  });
});
