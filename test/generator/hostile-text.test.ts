import { join } from "node:path";
import { typeCheck } from "@wickr-admin/test-support/strict-types";
import { temporaryFolder } from "@wickr-admin/test-support/temporary-folder";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  expectEndpoints,
  expectMembers,
  expectMock,
  expectPages,
  expectRequests,
  expectResponses,
  expectWaiters,
  waitFor,
} from "./hostile/behaviour.js";
import { load, render, sourcesIn, write, type LoadedPackages } from "./hostile/generated.js";
import { hostileModel, SERVICE } from "./hostile/model.js";
import { codeIn } from "./hostile/read-code.js";
import { anyHostileText, BREAKING_OUT, MEANING_SOMETHING, WORDS } from "./hostile/texts.js";

const TEXTS = [...BREAKING_OUT, ...MEANING_SOMETHING, ...WORDS];
const scopeOf = (index: number) => `@h${index}`;

/** What a text does that is taken for code. */
const pwned = () => (globalThis as { PWNED?: unknown }).PWNED;
afterEach(() => {
  const found = pwned();
  delete (globalThis as { PWNED?: unknown }).PWNED;
  expect(found, "code of the model has run").toBeUndefined();
});

const folder = temporaryFolder("hostile");
afterAll(folder.remove);
const folderOf = (index: number) => join(folder.path, String(index));

const expectBehaviour = async (packages: LoadedPackages, text: string): Promise<void> => {
  await expectRequests(packages, text);
  await expectEndpoints(packages, text);
  await expectResponses(packages, text);
  await expectMembers(packages, text);
  await expectWaiters(packages, text);
  await expectPages(packages);
  await expectMock(packages, text);
};

describe("a text in every place that a model has for one", () => {
  const generated: ReadonlyMap<string, string>[] = [];
  beforeAll(async () => {
    for (const [index, text] of TEXTS.entries()) {
      const files = await render(hostileModel(text), SERVICE, scopeOf(index));
      write(folderOf(index), files);
      generated.push(files);
    }
  });

  describe.each(TEXTS.map((text, index) => [JSON.stringify(text), text, index] as const))(
    "%s",
    (_name, text, index) => {
      let packages: LoadedPackages;
      beforeAll(async () => {
        packages = await load(folderOf(index), scopeOf(index));
      });

      it("is nowhere code", () => {
        for (const [path, source] of generated[index]!) expect(codeIn(source), path).toEqual([]);
      });
      it("stays out of the names of files", () => {
        const names = [...generated[index]!.keys()];
        expect(names.filter((name) => !/^\w+\/src\/[\w/]+\.ts$/.test(name))).toEqual([]);
      });
      it("is sent as it is", () => expectRequests(packages, text));
      it("is compared by endpoint rules", () => expectEndpoints(packages, text));
      it("is read as it is", () => expectResponses(packages, text));
      it("stands beside members of any name", () => expectMembers(packages, text));
      it("is waited for", () => expectWaiters(packages, text));
      it("leaves pages alone", () => expectPages(packages));
      it("is known to the mock", () => expectMock(packages, text));
    },
  );

  it("gives code that type-checks", () => {
    const paths = Object.assign(
      {},
      ...TEXTS.map((_, index) =>
        Object.fromEntries(
          Object.entries(sourcesIn(folderOf(index), scopeOf(index))).map(([name, file]) => [
            name,
            [file],
          ]),
        ),
      ),
    ) as Record<string, string[]>;
    expect(typeCheck(folder.path, ["*/*/src"], paths)).toBe("");
  });
});

describe("what follows a pipe is no place to put text into", () => {
  it.each([
    ["(text == '+(globalThis.PWNED=1)+') | 'value'", "value"],
    ["(text || other) | 'value'", "value"],
    ["(text || other) | 'the value of value'", "the value of value"],
    ["[text, other] | 'value.value'", "value.value"],
  ])("%s", async (path, expected) => {
    const own = temporaryFolder("pipe");
    try {
      const matcher = { output: { path, expected, comparator: "stringEquals" } };
      const files = await render(hostileModel("text", { AfterPipe: matcher }), SERVICE, "@pipe");
      for (const [name, source] of files) expect(codeIn(source), name).toEqual([]);
      write(own.path, files);
      const packages = await load(own.path, "@pipe");
      // It is the text whatever comes before the pipe.
      expect(await waitFor(packages, "AfterPipe", "text", "another")).toBe("SUCCESS");
    } finally {
      own.remove();
    }
  });
});

it("any text does no more than those", async () => {
  let count = TEXTS.length;
  await fc.assert(
    fc.asyncProperty(anyHostileText, async (text) => {
      const index = count++;
      const files = await render(hostileModel(text), SERVICE, scopeOf(index));
      for (const [path, source] of files) expect(codeIn(source), path).toEqual([]);
      write(folderOf(index), files);
      await expectBehaviour(await load(folderOf(index), scopeOf(index)), text);
      expect(pwned()).toBeUndefined();
    }),
    { numRuns: 8 },
  );
});
