/**
 * A change of the model from the edit to the release, as a person makes it: in a repository of its
 * own, with the scripts of this one and the real model.
 */
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { birds } from "../../test-fixtures/models.js";
import { diffModels } from "../diff/diff-models.js";
import { generate, renderPackages } from "../generate.js";
import type { Model, ServiceShape } from "../model/model.js";
import { bumpOf } from "./bump.js";
import { draftChangeset } from "./changeset.js";

// oxlint-disable-next-line typescript/no-explicit-any -- edits reach deep into JSON
type Ast = any;

const required = { "smithy.api#required": {} };

describe("with a small model", () => {
  const SERVICE = "example.birds#Birds";
  const PACKAGES = ["@birds/client", "@birds/mock"];
  const filesOf = async (model: Model): Promise<Map<string, string>> =>
    (await renderPackages(model, model.shapes.get(SERVICE) as ServiceShape, "@birds")).generated;

  /** What a release would hold after the edit. */
  const walk = async (edit: (shapes: Ast) => void) => {
    const before = birds();
    const after = birds(edit as Parameters<typeof birds>[0]);
    const changes = diffModels(before, after, SERVICE);
    const [older, newer] = await Promise.all([filesOf(before), filesOf(after)]);
    return {
      kinds: changes.map(({ kind }) => kind),
      bump: bumpOf(changes),
      changeset: (await draftChangeset(changes, PACKAGES))?.text,
      appeared: [...newer.keys()].filter((path) => !older.has(path)).sort(),
      changed: [...newer]
        .filter(([path, text]) => older.has(path) && older.get(path) !== text)
        .map(([path]) => path),
      newer,
    };
  };

  test("an operation is added", async () => {
    const { kinds, bump, changeset, appeared } = await walk((shapes) => {
      shapes.Birds.operations.push({ target: "example.birds#CountBirds" });
      shapes.CountBirds = {
        type: "operation",
        traits: { "smithy.api#http": { method: "GET", uri: "/count" }, "smithy.api#readonly": {} },
      };
    });
    expect(kinds).toEqual(["AddedOperation"]);
    expect(bump).toBe("minor");
    expect(changeset).toContain('"@birds/client": minor\n"@birds/mock": minor\n');
    expect(changeset).toContain("- `CountBirds`: operation added (`GET /count`)");
    expect(appeared).toContain("client/src/commands/CountBirdsCommand.ts");
  });

  test("a required member is added to an input", async () => {
    const { kinds, bump, changeset, changed, newer } = await walk((shapes) => {
      shapes.CreateBirdInput.members.finder = { target: "smithy.api#String", traits: required };
    });
    expect(kinds).toEqual(["AddedRequiredMember"]);
    expect(bump).toBe("major");
    expect(changeset).toContain("- `CreateBirdInput.finder`: required member added (`String`)");
    expect(changed).toContain("client/src/models/structures.ts");
    expect(newer.get("client/src/models/structures.ts")).toContain("finder: string;");
  });

  test("an enum value is removed", async () => {
    const { kinds, bump, changeset, newer } = await walk(
      (shapes) => delete shapes.Kind.members.OWL,
    );
    expect(kinds).toEqual(["RemovedEnumValue"]);
    expect(bump).toBe("major");
    expect(changeset).toContain("- `Kind.OWL`: enum value `owl` removed");
    expect(newer.get("client/src/models/enums.ts")).not.toContain("OWL");
  });
});

describe("with the real model, in a repository", () => {
  const repository = fileURLToPath(new URL("../../..", import.meta.url));
  const TAG = "@wickr-admin/client@1.0.0";
  let root = "";

  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "A",
        GIT_AUTHOR_EMAIL: "a@example.com",
        GIT_COMMITTER_NAME: "A",
        GIT_COMMITTER_EMAIL: "a@example.com",
      },
    });
  const run = (script: string, ...args: readonly string[]) => {
    const path = join(repository, "scripts", script);
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
      cwd: root,
      encoding: "utf8",
    });
    return { code: status, out: stdout, err: stderr };
  };
  const regenerate = () => run("regenerate.mjs", "--skip-type-check");
  const text = (path: string): string => readFileSync(join(root, path), "utf8");
  const edit = (path: string, change: (shapes: Ast) => void): void => {
    const ast = JSON.parse(text(path)) as Ast;
    change(ast.shapes);
    writeFileSync(join(root, path), JSON.stringify(ast, undefined, 2));
  };
  const drafts = (): string[] =>
    readdirSync(join(root, ".changeset")).filter((file) => file.startsWith("model-"));
  const id = (name: string): string => `com.amazonaws.wickr#${name}`;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "wickr-walk-through-"));
    cpSync(join(repository, "model"), join(root, "model"), { recursive: true });
    cpSync(join(repository, ".oxfmtrc.json"), join(root, ".oxfmtrc.json"));
    execFileSync(join(repository, "node_modules/.bin/oxfmt"), ["model"], {
      cwd: root,
      shell: process.platform === "win32",
    });
    mkdirSync(join(root, ".changeset"));
    cpSync(join(repository, ".changeset/config.json"), join(root, ".changeset/config.json"));
    for (const name of ["client", "mock", "paginators", "waiters"]) {
      mkdirSync(join(root, "packages", name), { recursive: true });
      const manifest = { name: `@wickr-admin/${name}`, version: "1.0.0" };
      writeFileSync(join(root, "packages", name, "package.json"), JSON.stringify(manifest));
    }
    await generate({ model: [join(root, "model")], out: join(root, "packages") });
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git("commit", "--quiet", "--message=A release");
    git("tag", TAG);
  });
  afterEach(() => {
    git("reset", "--quiet", "--hard", TAG);
    git("clean", "--quiet", "-d", "--force");
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test("nothing changed: nothing is written", () => {
    const { code, out } = regenerate();
    expect(code, out).toBe(0);
    expect(out).toContain(`Compared with ${TAG}:\n\nNo changes.`);
    expect(out).toContain("Nothing to release: no changeset.");
    expect(git("status", "--porcelain")).toBe("");
    expect(run("check-release.mjs").code).toBe(0);
  });

  test("an operation is added", () => {
    edit("model/service.json", (shapes) => {
      shapes[id("WickrAdminApi")].operations.push({ target: id("ListAuditEvents") });
    });
    const page = { target: "smithy.api#String", traits: { "smithy.api#httpQuery": "nextToken" } };
    writeFileSync(
      join(root, "model/audit.json"),
      JSON.stringify({
        smithy: "2.0",
        shapes: {
          [id("ListAuditEvents")]: {
            type: "operation",
            input: { target: id("ListAuditEventsRequest") },
            output: { target: id("ListAuditEventsResponse") },
            errors: [{ target: id("ForbiddenError") }],
            traits: {
              "smithy.api#documentation": "Lists what administrators did.",
              "smithy.api#http": {
                method: "GET",
                uri: "/networks/{networkId}/audit-events",
                code: 200,
              },
              "smithy.api#readonly": {},
              "smithy.api#paginated": {
                inputToken: "nextToken",
                outputToken: "nextToken",
                items: "events",
              },
              "smithy.waiters#waitable": {
                AuditStarted: { acceptors: [{ state: "success", matcher: { success: true } }] },
              },
            },
          },
          [id("ListAuditEventsRequest")]: {
            type: "structure",
            members: {
              networkId: {
                target: id("NetworkId"),
                traits: { ...required, "smithy.api#httpLabel": {} },
              },
              nextToken: page,
            },
            traits: { "smithy.api#input": {} },
          },
          [id("ListAuditEventsResponse")]: {
            type: "structure",
            members: {
              events: { target: id("AuditEvents") },
              nextToken: { target: "smithy.api#String" },
            },
            traits: { "smithy.api#output": {} },
          },
          [id("AuditEvents")]: { type: "list", member: { target: "smithy.api#String" } },
        },
      }),
    );

    const stale = run("check-release.mjs");
    expect(stale.code).toBe(1);
    expect(stale.err).toContain("packages/client/src/commands/ListAuditEventsCommand.ts");
    expect(stale.err).toContain("Run `pnpm regenerate`");

    const { code, out, err } = regenerate();
    expect(code, err).toBe(0);
    expect(out).toContain(
      "Additive\n  com.amazonaws.wickr#ListAuditEvents (model/audit.json)\n" +
        "    AddedOperation: operation added (`GET /networks/{networkId}/audit-events`)\n\n" +
        "1 change: 1 additive. Next release: minor.",
    );
    const created = git("status", "--porcelain", "--untracked-files=all")
      .split("\n")
      .filter((line) => line.startsWith("??"))
      .map((line) => line.slice(3));
    expect(created).toEqual(
      expect.arrayContaining([
        "packages/client/src/commands/ListAuditEventsCommand.ts",
        "packages/paginators/src/paginateListAuditEvents.ts",
        "packages/mock/src/operations/ListAuditEvents.ts",
      ]),
    );
    expect(
      created.some(
        (path) => path.startsWith("packages/waiters/src/") && path.includes("AuditStarted"),
      ),
    ).toBe(true);
    expect(created.some((path) => path.startsWith("packages/mock/src/handlers/"))).toBe(true);
    // The edit was not formatted; now it is.
    expect(text("model/audit.json")).toMatch(/^\{\n {2}"smithy": "2.0",\n/);

    expect(drafts()).toHaveLength(1);
    expect(text(`.changeset/${drafts()[0]}`)).toBe(`---
"@wickr-admin/client": minor
"@wickr-admin/mock": minor
"@wickr-admin/paginators": minor
"@wickr-admin/waiters": minor
---

The service's model changed.

**New**

- \`ListAuditEvents\`: operation added (\`GET /networks/{networkId}/audit-events\`)
`);

    const before = git("status", "--porcelain", "--untracked-files=all");
    const again = regenerate();
    expect(again.out).toContain(`.changeset/${drafts()[0]} is there already (minor).`);
    expect(git("status", "--porcelain", "--untracked-files=all")).toBe(before);

    // The operation is taken back, and all that came with it goes.
    git("checkout", "--quiet", "model");
    rmSync(join(root, "model/audit.json"));
    expect(regenerate().code).toBe(0);
    expect(git("status", "--porcelain")).toBe("");
  });

  test("a required member is added to an input", () => {
    edit("model/bots.json", (shapes) => {
      shapes[id("CreateBotRequest")].members.purpose = {
        target: id("GenericString"),
        traits: required,
      };
    });
    // Its examples and tests do not give it yet, and that is an error.
    const refused = regenerate();
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("purpose");
    expect(git("status", "--porcelain")).toBe(" M model/bots.json\n");

    edit("model/examples/bots.json", (shapes) => {
      for (const { input } of shapes[id("CreateBot")].traits["smithy.api#examples"])
        input.purpose = "Alerts";
    });
    edit("model/protocol-tests/bots.json", (shapes) => {
      for (const { params } of shapes[id("CreateBot")].traits["smithy.test#httpRequestTests"])
        params.purpose = "Alerts";
    });
    const { code, out, err } = regenerate();
    expect(code, err).toBe(0);
    expect(out).toContain(
      "Breaking\n  com.amazonaws.wickr#CreateBotRequest$purpose (model/bots.json)\n" +
        "    AddedRequiredMember: required member added (`GenericString`)\n",
    );
    expect(text("packages/client/src/models/structures.ts")).toContain("purpose: string;");

    const draft = text(`.changeset/${drafts()[0]}`);
    expect(draft).toContain('"@wickr-admin/client": major\n');
    expect(draft).toContain(
      "**Breaking changes**\n\n- `CreateBotRequest.purpose`: required member added (`GenericString`)\n\n" +
        "**Other changes**\n\n- Examples of `CreateBot`\n",
    );
    expect(run("check-release.mjs").code).toBe(0);

    // A lesser bump, or none, does not pass.
    writeFileSync(join(root, ".changeset", drafts()[0] ?? ""), draft.replaceAll("major", "minor"));
    const lesser = run("check-release.mjs");
    expect(lesser.code).toBe(1);
    expect(lesser.err).toContain("no changeset raises @wickr-admin/client, @wickr-admin/mock");
    rmSync(join(root, ".changeset", drafts()[0] ?? ""));

    // Versions that were raised already announce it as well.
    for (const name of ["client", "mock", "paginators", "waiters"]) {
      const path = `packages/${name}/package.json`;
      writeFileSync(join(root, path), text(path).replace("1.0.0", "2.0.0"));
    }
    expect(run("check-release.mjs").code).toBe(0);
  });

  test("an enum value is removed", () => {
    edit("model/networks.json", (shapes) => delete shapes[id("Status")].members.FORCE_ENABLED);
    const path = "model/protocol-tests/networks.json";
    writeFileSync(join(root, path), text(path).replaceAll("FORCE_ENABLED", "ENABLED"));

    const { code, out } = run("model-diff.mjs", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toContainEqual({
      kind: "RemovedEnumValue",
      shape: id("Status$FORCE_ENABLED"),
      file: "model/networks.json",
      message: "enum value `FORCE_ENABLED` removed",
      client: "breaking",
      mock: "breaking",
    });
    expect(text("packages/client/src/models/enums.ts")).toContain("FORCE_ENABLED");
    expect(regenerate().code).toBe(0);
    expect(text("packages/client/src/models/enums.ts")).not.toContain("FORCE_ENABLED");
    expect(text(`.changeset/${drafts()[0]}`)).toContain(
      "- `Status.FORCE_ENABLED`: enum value `FORCE_ENABLED` removed\n",
    );

    // More changes before the release: one draft for all of them.
    const first = drafts()[0] ?? "";
    edit("model/networks.json", (shapes) => delete shapes[id("Status")].members.DISABLED);
    expect(regenerate().out).toContain(`Deleted .changeset/${first}`);
    expect(drafts()).toHaveLength(1);
    expect(text(`.changeset/${drafts()[0]}`)).toContain("`FORCE_ENABLED` removed\n");
    expect(text(`.changeset/${drafts()[0]}`)).toContain("`DISABLED` removed\n");
  });

  test("what cannot be compared is said", () => {
    expect(run("model-diff.mjs", "--base", "nowhere")).toMatchObject({
      code: 2,
      err: "error: There is no commit nowhere.\n",
    });
    writeFileSync(join(root, "model/service.json"), "{");
    const broken = run("model-diff.mjs");
    expect(broken.code).toBe(2);
    expect(broken.err).toContain("model/service.json: no JSON at line 1");
    expect(existsSync(join(root, "packages/client/src/index.ts"))).toBe(true);
  });
}, 120_000);
