import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BIRDS } from "../../test-fixtures/models.js";
import type { Change } from "../diff/change.js";
import { runDiff } from "./diff.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wickr-codegen-diff-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Saves the birds, changed. */
const save = (path: string, change: (text: string) => string = (text) => text): string => {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, change(readFileSync(BIRDS, "utf8")));
  return file;
};

test("Models that are equal end with 0.", () => {
  expect(runDiff({ before: [save("before.json")], after: [save("after.json")] })).toEqual({
    code: 0,
    stdout: "No changes.\n",
    stderr: "",
  });
});

test("A breaking change ends with 1, and is told first.", () => {
  const before = save("old/birds.json");
  const after = save("new/birds.json", (text) =>
    text
      .replace('"min": 1, "max": 20', '"min": 2, "max": 30')
      .replace('"uri": "/birds" },', '"uri": "/flock" },'),
  );
  const { code, stdout } = runDiff({ before: [before], after: [after] });
  expect(code).toBe(1);
  expect(stdout).toBe(`Breaking
  example.birds#BirdName (${after})
    LengthTightened: minimum length changed from \`1\` to \`2\` [client: patch, mock: breaking]
  example.birds#ListBirds (${after})
    ChangedHttpUri: URI changed from \`/birds\` to \`/flock\`

Additive
  example.birds#BirdName (${after})
    LengthLoosened: maximum length changed from \`20\` to \`30\` [client: patch, mock: additive]

3 changes: 2 breaking, 1 additive. Next release: major.
`);
});

test("As JSON, with files of the older model named below the folder that was given.", () => {
  save("old/model/birds.json", (text) => text.replaceAll("OWL", "GULL"));
  const after = save("new/birds.json");
  const { code, stdout } = runDiff({
    before: [join(folder, "old/model")],
    after: [after],
    json: true,
  });
  expect(code).toBe(1);
  expect(JSON.parse(stdout) as Change[]).toEqual([
    {
      kind: "RenamedEnumValue",
      shape: "example.birds#Kind$OWL",
      file: after,
      message: "name of enum value `owl` changed from `GULL` to `OWL`",
      client: "breaking",
      mock: "patch",
    },
  ]);
  save("old/model/birds.json", (text) =>
    text
      .replace(
        '"LOW"',
        '"NONE": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": 0 } }, "LOW"',
      )
      .replaceAll("Loudness", "Volume"),
  );
  const removed = JSON.parse(
    runDiff({ before: [join(folder, "old/model")], after: [after], json: true }).stdout,
  ) as Change[];
  expect(removed.find(({ kind }) => kind === "RemovedShape")?.file).toBe("model/birds.json");
});

test("Models that cannot be compared end with 2.", () => {
  const { code, stdout, stderr } = runDiff({
    before: [join(folder, "missing.json")],
    after: [
      save("after.json", (text) => text.replace('"example.birds#Bird"', '"example.birds#Brid"')),
    ],
  });
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("missing.json: cannot be read");
  expect(stderr).toContain("Brid");
});

test("So do older models that no check of today would let pass.", () => {
  const dangling = save("before.json", (text) =>
    text.replaceAll('"example.birds#Weight": {', '"example.birds#Gone": {'),
  );
  const { code, stderr } = runDiff({ before: [dangling], after: [save("after.json")] });
  expect(code).toBe(2);
  expect(stderr).toContain("example.birds#Weight");
});
