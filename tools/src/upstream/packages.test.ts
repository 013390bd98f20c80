import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { officialClientIn } from "../published/official-client.js";
import { publishedModelOf } from "../published/published-model.js";
import { textOf } from "./allowed.js";
import { compare } from "./compare.js";
import { type Shapes, temporaryFolder } from "./own-model-fixture.js";
import { readSource, type Source, sourceOfFiles } from "./source.js";

const folder = temporaryFolder();
afterAll(folder.remove);

const here = dirname(createRequire(import.meta.url).resolve("../../package.json"));
const installed = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** The model that a package carries, edited, as ours. */
const editedModelOf = async (path: string, edit: (shapes: Shapes) => void): Promise<Source> => {
  const { ast } = await publishedModelOf(officialClientIn(path));
  const shapes = structuredClone(ast.shapes) as Shapes;
  edit(shapes);
  return sourceOfFiles(folder.save("ours.json", shapes), "ours");
};

const readPackage = (from: string, like: Source): Promise<Source> =>
  readSource(from, { paths: [folder.path], packages: [folder.path, here] }, like.service);

const differencesOf = async (path: string, from: string, edit: (shapes: Shapes) => void) => {
  const ours = await editedModelOf(path, edit);
  const { news, oursAlone, facts } = compare(ours, await readPackage(from, ours));
  const told = (all: typeof news) =>
    all.map((each) => `${each.shape.split("#")[1]} ${textOf(each)}`);
  return { news: told(news), oursAlone: told(oursAlone), facts };
};

describe.each(["@aws-sdk/client-connectcases", "@aws-sdk/client-glacier"])("%s", (name) => {
  test("has no news for a model made of it", async () => {
    const { news, oursAlone, facts } = await differencesOf(installed(name), name, () => {});
    expect({ news, oursAlone }).toEqual({ news: [], oursAlone: [] });
    for (const fact of ["enums", "errors of single operations", "required members"] as const)
      expect(facts).toContain(fact);

    expect(facts).not.toContain("constraints");
  });
});

describe("What @aws-sdk/client-connectcases has and a model lacks is news:", () => {
  const name = "@aws-sdk/client-connectcases";
  const CASES = "com.amazonaws.connectcases#";

  test.each<[string, (shapes: Shapes) => void, string]>([
    [
      "an operation",
      (shapes) => {
        const service = Object.values(shapes).find(({ type }) => type === "service")!;
        service.operations = service.operations.filter(
          ({ target }) => target !== `${CASES}ListDomains`,
        );
      },
      "ListDomains AddedOperation: operation added (`POST /domains-list`)",
    ],
    [
      "a member",
      (shapes) => delete shapes[`${CASES}GetDomainResponse`]!.members["createdTime"],
      "GetDomainResponse$createdTime AddedRequiredMember: required member added (`Timestamp`)",
    ],
    [
      "a required member",
      (shapes) => (shapes[`${CASES}GetDomainResponse`]!.members["createdTime"]!.traits = {}),
      "GetDomainResponse$createdTime ChangedNullability: optional member made required",
    ],
    [
      "a member's place",
      (shapes) => (shapes[`${CASES}ListDomainsRequest`]!.members["maxResults"]!.traits = {}),
      "ListDomainsRequest$maxResults ChangedHttpBinding: moved from JSON property `maxResults` to query parameter `maxResults`",
    ],
    [
      "an error of an operation",
      (shapes) => {
        const operation = shapes[`${CASES}ListDomains`]!;
        operation.errors = operation.errors.filter(({ target }) => !target.includes("Throttling"));
      },
      "ListDomains AddedOperationError: error `ThrottlingException` added",
    ],
    [
      "an error's status",
      (shapes) => (shapes[`${CASES}ThrottlingException`]!.traits!["smithy.api#httpError"] = 430),
      "ThrottlingException ChangedHttpErrorTrait: httpError changed from `430` to `429`",
    ],
    [
      "an enum's value",
      (shapes) => delete shapes[`${CASES}DomainStatus`]!.members["ACTIVE"],
      "DomainStatus$ACTIVE AddedEnumValue: enum value `Active` added",
    ],
    [
      "pages",
      (shapes) => delete shapes[`${CASES}ListDomains`]!.traits!["smithy.api#paginated"],
      "ListDomains AddedPaginator: paginator added",
    ],
  ])("%s", async (_name, edit, expected) => {
    const { news, oursAlone } = await differencesOf(installed(name), name, edit);
    expect({ news, oursAlone }).toEqual({ news: [expected], oursAlone: [] });
  });

  test("but not what packages do not tell", async () => {
    const { news, oursAlone } = await differencesOf(installed(name), name, (shapes) => {
      const { members } = shapes[`${CASES}GetDomainResponse`]!;
      members["name"]!.traits!["smithy.api#length"] = { min: 1 };
      shapes[`${CASES}ListDomains`]!.traits!["smithy.api#readonly"] = {};
    });
    expect({ news, oursAlone }).toEqual({ news: [], oursAlone: [] });
  });
});

/** A package as an official one, small, and without what the options leave out. */
const birds = (
  name: string,
  { schemas = true, required = false, declarations = true } = {},
): string => {
  const path = join(folder.path, "node_modules/@aws-sdk", name);
  mkdirSync(join(path, "dist-types/models"), { recursive: true });
  mkdirSync(join(path, "dist-types/commands"), { recursive: true });
  writeFileSync(
    join(path, "package.json"),
    JSON.stringify({ name: `@aws-sdk/${name}`, version: "3.0.0", main: "index.js" }),
  );
  const ns = `"example.birds"`;
  writeFileSync(
    join(path, "index.js"),
    `
exports.BirdsClient = class BirdsClient {
  config = { serviceId: "Birds", apiVersion: "2026-01-01", defaultSigningName: "birds" };
};
exports.Kind = { OWL: "owl" };
${
  schemas
    ? `
const Bird = [3, ${ns}, "Bird", 0, ["name", "kind"], [0, 0]${required ? ", 1" : ""}];
const Asked = [3, ${ns}, "GetBirdRequest", 0, ["id"], [[0, 1]]];
exports.NoBird$ = [-3, ${ns}, "NoBird", { error: "client", httpError: 404 }, ["message"], [0]];
exports.GetBird$ = [9, ${ns}, "GetBird", { http: ["GET", "/birds/{id}", 200] }, () => Asked, () => Bird];
`
    : ""
}`,
  );
  if (declarations) {
    writeFileSync(
      join(path, "dist-types/models/models_0.d.ts"),
      `export interface GetBirdRequest {
    id: string | undefined;
}
export interface Bird {
    /**
     * Its name.
     */
    name: string | undefined;
    kind?: Kind | undefined;
}
`,
    );
    writeFileSync(
      join(path, "dist-types/commands/GetBirdCommand.d.ts"),
      "/**\n * @throws {@link NoBird} (client fault)\n */\n",
    );
  }
  return path;
};

describe("What a package tells depends on it:", () => {
  const told = async (name: string, options: Parameters<typeof birds>[1]) => {
    const path = birds(name, options);
    const { facts } = await differencesOf(path, `@aws-sdk/${name}`, () => {});
    const kinds = [
      "required members",
      "required messages of errors",
      "enums",
      "errors of single operations",
    ] as const;
    return kinds.filter((kind) => facts.has(kind));
  };

  test("all of it with counts in its schemas and with declarations", async () => {
    expect(await told("client-all", { required: true })).toHaveLength(4);
  });

  test("all but messages with declarations alone", async () => {
    expect(await told("client-declared", {})).toEqual([
      "required members",
      "enums",
      "errors of single operations",
    ]);
  });

  test("none of it without declarations and counts", async () => {
    expect(await told("client-bare", { declarations: false })).toEqual([]);
  });

  test("required members, from schemas and declarations alike", async () => {
    const path = birds("client-strict", {});
    const { news } = await differencesOf(path, "@aws-sdk/client-strict", (shapes) => {
      shapes["example.birds#Bird"]!.members["name"]!.traits = {};
    });
    expect(news).toEqual(["Bird$name ChangedNullability: optional member made required"]);
  });
});

describe("There is nothing to compare with", () => {
  const like = async () => editedModelOf(birds("client-birds"), () => {});

  test("in a package without schemas", async () => {
    birds("client-old", { schemas: false });
    await expect(readPackage("@aws-sdk/client-old", await like())).rejects.toThrow(
      "@aws-sdk/client-old 3.0.0 has no schemas; expected a client that exports them",
    );
  });

  test("in a package of another service", async () => {
    await expect(readPackage("@aws-sdk/client-glacier", await like())).rejects.toThrow(
      "has the service Glacier (com.amazonaws.glacier#GlacierService); expected the service Birds",
    );
  });

  test("in a package that is no client", async () => {
    await expect(readPackage("commander", await like())).rejects.toThrow(
      "is a package, but no official client that can be loaded: commander exports no client.",
    );
  });

  test("where nothing of the name is", async () => {
    await expect(readPackage("@aws-sdk/client-nothing", await like())).rejects.toThrow(
      "There is no file, folder or installed package @aws-sdk/client-nothing; expected a Smithy AST file",
    );
  });

  test("in a file that is no model", async () => {
    const file = join(folder.path, "text.json");
    writeFileSync(file, "text");
    await expect(readPackage(file, await like())).rejects.toThrow("no JSON at line 1");
  });

  test("in a model without a service", async () => {
    const { service, model } = await like();
    expect(model.shapes.has(service.id)).toBe(true);
    const { shapes } = JSON.parse(readFileSync(join(folder.path, "ours.json"), "utf8")) as {
      shapes: Shapes;
    };
    delete shapes[service.id];
    const file = folder.save("no-service.json", shapes);
    await expect(readPackage(file, await like())).rejects.toThrow(
      "has no service; expected the service Birds (example.birds#BirdsService).",
    );
  });

  test("in a model that does not hold together", async () => {
    await like();
    const { shapes } = JSON.parse(readFileSync(join(folder.path, "ours.json"), "utf8")) as {
      shapes: Shapes;
    };
    delete shapes["example.birds#Bird"];
    const file = folder.save("dangling.json", shapes);
    await expect(readPackage(file, await like())).rejects.toThrow("example.birds#Bird");
  });
});
