import { readFile, readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { FACTS } from "../src/behavior/observed.js";

const read = (path: string) => readFile(new URL(path, import.meta.url), "utf8");

describe("The facts", () => {
  it("are numbered through, each with the time when it was seen", () => {
    expect(FACTS.map(({ id }) => id)).toEqual(FACTS.map((_, at) => `L${at + 1}`));
    for (const { seen } of FACTS) expect(seen).toMatch(/^20\d\d-\d\d$/);
  });

  it("stand in the README as they stand here", async () => {
    const readme = await read("../README.md");
    const rows = [...readme.matchAll(/^\| (L\d+) +\| (\S+) +\| (.*?) +\|$/gm)];
    expect(
      rows.map(([, id, seen, says]) => ({ id, seen, says: says?.replaceAll("`", "") })),
    ).toEqual(FACTS.map(({ id, seen, says }) => ({ id, seen, says })));
  });

  it("have tests that name them", async () => {
    const files = (await readdir(new URL(".", import.meta.url))).filter((name) =>
      /^facts\.\S+\.test\.ts$/.test(name),
    );
    const tests = (await Promise.all(files.map((name) => read(name)))).join("\n");
    expect(FACTS.filter(({ id }) => !tests.includes(`"${id}: `)).map(({ id }) => id)).toEqual([]);
  });
});
