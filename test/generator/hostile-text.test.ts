import {
  type Json,
  hasErrors,
  loadAsts,
  renderPackages,
  validateModel,
} from "@wickr-admin/codegen";
import { transform } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** Texts that end comments, strings, templates, scripts and lines, mixed with any others. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "*/",
        "/*",
        "//",
        '"',
        "'",
        "`",
        "${x}",
        "\\",
        "\n",
        "\r",
        "\u2028",
        "\u2029",
        "{{x}}",
        "{@link y}",
        "@deprecated",
        "</script>",
        "<!--",
        "\0",
        "[",
        "]",
        "--",
        "{{{",
        "}}",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(""))
  // An enum value cannot be empty.
  .filter((text) => text !== "");

const render = async (text: string): Promise<Map<string, string>> => {
  const doc = { "smithy.api#documentation": text };
  const ast: Json = {
    smithy: "2.0",
    shapes: {
      "a#Service": {
        type: "service",
        version: text,
        operations: [{ target: "a#Get" }],
        traits: { "aws.protocols#restJson1": {}, "smithy.api#title": text, ...doc },
      },
      "a#Get": {
        type: "operation",
        input: { target: "a#Input" },
        output: { target: "a#Output" },
        errors: [{ target: "a#Wrong" }],
        traits: {
          "smithy.api#http": { method: "POST", uri: "/get", code: 200 },
          "smithy.api#examples": [
            { title: text, documentation: text, input: { text }, output: { text } },
          ],
          "smithy.api#deprecated": { message: text, since: text },
          "smithy.waiters#waitable": {
            Got: {
              documentation: text,
              acceptors: [
                {
                  state: "success",
                  matcher: { output: { path: "text", expected: text, comparator: "stringEquals" } },
                },
              ],
            },
          },
          ...doc,
        },
      },
      "a#Input": {
        type: "structure",
        members: {
          text: { target: "smithy.api#String", traits: { "smithy.api#jsonName": text, ...doc } },
        },
        traits: doc,
      },
      "a#Output": {
        type: "structure",
        members: {
          text: { target: "smithy.api#String", traits: { "smithy.api#jsonName": text, ...doc } },
          kind: { target: "a#Kind" },
        },
      },
      "a#Kind": {
        type: "enum",
        members: {
          ONE: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": text, ...doc } },
        },
      },
      "a#Wrong": {
        type: "structure",
        members: { message: { target: "smithy.api#String" } },
        traits: { "smithy.api#error": "client", ...doc },
      },
    },
  };
  const { model } = loadAsts([{ file: "hostile.json", ast }]);
  expect(hasErrors(validateModel(model))).toBe(false);
  const service = model.shapes.get("a#Service");
  if (service?.type !== "service") throw new Error("The service is missing.");
  // Formatting fails on text that does not parse, so this is half of the test.
  return (await renderPackages(model, service, "@x")).generated;
};

describe("whatever text a model holds", () => {
  it("stays inside of the comment, string or identifier it is put into", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const files = await render(text);
        const enums = await evaluate(files.get("client/src/models/enums.ts") ?? "");
        expect(enums).toEqual({ Kind: { ONE: text } });
        const names = [...files.keys()].filter(
          (name) => !/^(client|paginators|waiters|mock)\/src\/[\w/]+\.ts$/.test(name),
        );
        expect(names).toEqual([]);
        // Nothing but what the templates say is executed when a module loads.
        for (const [name, source] of files) {
          const { code } = await transform(source, {
            loader: "ts",
            minify: true,
            legalComments: "none",
          });
          expect(code, name).not.toContain("</script");
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** The exports of a module without imports. */
const evaluate = async (source: string): Promise<unknown> => {
  const { code } = await transform(source, { loader: "ts", format: "esm" });
  return { ...(await import(`data:text/javascript,${encodeURIComponent(code)}`)) };
};
