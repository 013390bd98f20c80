import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { id, MODEL, ownShapes, temporaryFolder } from "../upstream/own-model-fixture.js";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const folder = temporaryFolder();
afterAll(folder.remove);

/** Runs `model:upstream`, standing in the folder of the tests' files. */
const run = (...args: readonly string[]): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(
    here("../../../node_modules/.bin/tsx"),
    ["--conditions=@wickr-admin/source", here("../cli.ts"), "model-upstream", ...args],
    {
      cwd: here("../.."),
      encoding: "utf8",
      env: { ...process.env, INIT_CWD: folder.path },
      shell: process.platform === "win32",
    },
  );
  return { code: status, out: stdout, err: stderr };
};

const save = (name: string, text: string): void => writeFileSync(join(folder.path, name), text);
const shapes = ownShapes();
folder.save("same.json", shapes);
delete shapes[id("GetBotResponse")]!.members["displayName"];
shapes[id("GetBot")]!.traits!["smithy.api#http"] = {
  method: "GET",
  uri: "/networks/{networkId}/robots/{botId}",
};
folder.save("other.json", shapes);
save("none.json", "{}");

const URI =
  "ChangedHttpUri: URI changed from `/networks/{networkId}/bots/{botId}` to `/networks/{networkId}/robots/{botId}`";

test("Without news it ends with 0, and says what was not compared.", () => {
  const { code, out, err } = run("--from", "same.json", "--differences", "none.json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toContain("Compared model with same.json.");
  expect(out).toContain("Not compared: documentation and examples; tests;");
  expect(out).toContain("0 pieces of news, 0 ours alone, 0 allowed, 0 stale entries.");
});

test("With news it ends with 1, and shows the entry that would allow it.", () => {
  const { code, out } = run("--from", "other.json", "--differences", "none.json");
  expect(code).toBe(1);
  expect(out).toContain(`New in other.json, as changes from ours\n  ${id("GetBot")}`);
  expect(out).toContain(
    "Ours alone, as changes from other.json\n  com.amazonaws.wickr#GetBotResponse$displayName (model/bots.json)",
  );
  const [, key, entry] = /^ {2}("com\S+"): (\{"upstream".*\})$/m.exec(out) ?? [];
  save("allowed.json", `{ ${key}: ${entry} }`);
  expect(run("--from", "other.json", "--differences", "allowed.json")).toMatchObject({
    code: 2,
    err: expect.stringContaining('says no reason in "because"') as string,
  });
  save("allowed.json", `{ ${key}: ${entry?.replace("…", "Robots they are.")} }`);
  const allowed = run("--from", "other.json", "--differences", "allowed.json");
  expect(allowed.code).toBe(0);
  expect(allowed.out).toContain("ChangedHttpUri. Robots they are.");
});

test("A stale entry ends with 1.", () => {
  const entries = { [id("GetBot")]: { upstream: [URI], because: "So." } };
  save("stale.json", JSON.stringify(entries));
  const { code, out } = run("--from", "same.json", "--differences", "stale.json");
  expect(code).toBe(1);
  expect(out).toContain(`these are no differences any more\n  ${id("GetBot")}\n    ${URI}`);
});

test("Tools read it as JSON.", () => {
  const { code, out } = run("--from", "other.json", "--differences", "none.json", "--json");
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ours: "model",
    theirs: "other.json",
    news: [{ kind: "ChangedHttpUri", fact: "HTTP bindings", shape: id("GetBot") }],
    oursAlone: [{ fact: "members", shape: id("GetBotResponse$displayName") }],
    allowed: [],
    stale: [],
  });
});

test("What cannot be compared ends with 2, in words.", () => {
  expect(run("--from", "nowhere.json")).toEqual({
    code: 2,
    out: "",
    err: expect.stringMatching(
      /^error: There is no file, folder or installed package nowhere\.json;/,
    ) as string,
  });
  expect(run()).toMatchObject({ code: 2, err: expect.stringContaining("--from") as string });
});

test("The model's folder may be named as well.", () => {
  expect(run("--from", MODEL, "--differences", "none.json").code).toBe(0);
});
