import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { type AllowedDifferences, judge, readAllowed } from "./allowed.js";
import type { Compared, Difference } from "./compare.js";
import { type Fact, factOf, FACTS } from "./facts.js";
import { temporaryFolder } from "./own-model-fixture.js";

const folder = temporaryFolder();
afterAll(folder.remove);

const difference = (shape: string, text: string): Difference => {
  const [kind = "", message = ""] = text.split(": ");
  return { kind, message, shape, file: "a.json", fact: factOf({ kind, message }) ?? "members" };
};
const REQUIRED = "ChangedNullability: optional member made required";
const URI = "ChangedHttpUri: URI changed from `/a` to `/b`";
const ADDED = "AddedOperation: operation added (`GET /a`)";

/** What is left of differences where some are allowed. */
const judged = (
  {
    news = [],
    oursAlone = [],
    facts = FACTS,
  }: { news?: Difference[]; oursAlone?: Difference[]; facts?: readonly Fact[] },
  entries: AllowedDifferences,
) => {
  const compared: Compared = { news, oursAlone, facts: new Set(facts) };
  const { stale, allowed, ...left } = judge(compared, entries, ["a"]);
  return {
    news: left.news.map(({ shape }) => shape),
    oursAlone: left.oursAlone.map(({ shape }) => shape),
    allowed: allowed.map(({ shape, because }) => `${shape}: ${because}`),
    stale: stale.map(({ shape, says }) => `${shape}: ${says}`),
  };
};

describe("A difference is allowed", () => {
  test("where an entry has it in the same words", () => {
    const news = [difference("a#A$b", REQUIRED), difference("a#Op", URI)];
    expect(judged({ news }, { "a#A$b": { upstream: [REQUIRED], because: "It is." } })).toEqual({
      news: ["a#Op"],
      oursAlone: [],
      allowed: ["a#A$b: It is."],
      stale: [],
    });
  });

  test("in one way only: what changes further is news, and the entry is stale", () => {
    const news = [difference("a#Op", URI.replace("/b", "/c"))];
    expect(judged({ news }, { "a#Op": { upstream: [URI], because: "So." } })).toMatchObject({
      news: ["a#Op"],
      stale: [`a#Op: ${URI}`],
    });
  });

  test("where the recorded facts do not have it either", () => {
    const oursAlone = [difference("a#Op", ADDED)];
    expect(judged({ oursAlone }, { "a#Op": { difference: "added", because: "Soon." } })).toEqual({
      news: [],
      oursAlone: [],
      allowed: ["a#Op: Soon."],
      stale: [],
    });
  });

  test("where it is published and we do not follow", () => {
    const news = [difference("a#Op", ADDED)];
    expect(
      judged({ news }, { "a#Op": { difference: "removed", because: "Never." } }),
    ).toMatchObject({
      news: [],
      allowed: ["a#Op: Never."],
    });
  });

  test("where it is ours alone in a part that we changed, which is not where something is new", () => {
    const text = "AddedSensitiveTrait: is kept out of logs now";
    const entries: AllowedDifferences = {
      "a#A$b": { difference: "changed", because: "A secret." },
    };
    expect(judged({ oursAlone: [difference("a#A$b", text)] }, entries).allowed).toHaveLength(1);
    expect(judged({ news: [difference("a#A$b", REQUIRED)] }, entries).news).toEqual(["a#A$b"]);
  });
});

describe("An entry that matches nothing", () => {
  test("is stale", () => {
    const entries: AllowedDifferences = {
      "a#Op": { difference: "added", because: "Soon." },
      "a#A$b": { upstream: [REQUIRED, "Nothing: at all"], because: "It is." },
    };
    const news = [difference("a#A$b", REQUIRED)];
    expect(judged({ news }, entries).stale).toEqual(["a#Op: added", "a#A$b: Nothing: at all"]);
  });

  test("is not, where the published model does not tell what it is about", () => {
    const entries: AllowedDifferences = { "a#A$b": { upstream: [REQUIRED], because: "It is." } };
    const facts = FACTS.filter((fact) => fact !== "required members");
    expect(judged({ facts }, entries).stale).toEqual([]);
  });

  test("is not, where it is about another service", () => {
    expect(judged({}, { "b#Op": { upstream: [URI], because: "So." } }).stale).toEqual([]);
  });
});

describe("The file", () => {
  const read = (text: string) => {
    const file = join(folder.path, "differences.json");
    writeFileSync(file, text);
    return () => readAllowed(file);
  };

  test.each([
    ["[]", "is no object; expected one entry for each shape id"],
    ['{ "a#A": 1 }', "a#A is no object"],
    ['{ "a#A": { "difference": "added", "because": " " } }', 'a#A says no reason in "because"'],
    ['{ "a#A": { "because": "So." } }', 'a#A has neither "difference" nor "upstream"'],
    ['{ "a#A": { "upstream": "x", "because": "So." } }', 'a#A has an "upstream" that is no list'],
    ["{", "cannot be read"],
  ])("%s is refused", (text, message) => {
    expect(read(text)).toThrow(message);
  });

  test("of the repository can be read", () => {
    const file = new URL("../../../test/conformance/facts/differences.json", import.meta.url);
    expect(() => readAllowed(fileURLToPath(file))).not.toThrow();
  });
});
