/**
 * A change of the model from the edit to the release, as a person makes it: in a repository of its
 * own, with the tools of this one and the real model.
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
import { generate } from "@wickr-admin/codegen";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  editShapes,
  enumValueRemoved,
  id,
  makeEdits,
  memberAlone,
  operationAdded,
  requiredMemberAdded,
} from "./changes.js";
import { hasPurpose } from "./has-purpose.js";

describe("with the real model, in a repository", () => {
  const repository = fileURLToPath(new URL("../..", import.meta.url));
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
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      join(repository, "node_modules/.bin/tsx"),
      ["--conditions=@wickr-admin/source", join(repository, "tools/src/cli.ts"), command, ...args],
      { cwd: root, encoding: "utf8", shell: process.platform === "win32" },
    );
    return { code: status, out: stdout, err: stderr };
  };
  const regenerate = () => run("regenerate", "--skip-type-check");
  const text = (path: string): string => readFileSync(join(root, path), "utf8");
  const drafts = (): string[] =>
    readdirSync(join(root, ".changeset")).filter((file) => file.startsWith("model-"));

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
    expect(run("check-release").code).toBe(0);
  });

  test("an operation is added", () => {
    makeEdits(root, operationAdded.edits);

    const stale = run("check-release");
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

  test.skipIf(hasPurpose)("a required member is added to an input", () => {
    makeEdits(root, memberAlone);
    // Its examples and tests do not give it yet, and that is an error.
    const refused = regenerate();
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("purpose");
    expect(git("status", "--porcelain")).toBe(" M model/bots.json\n");

    makeEdits(root, requiredMemberAdded.edits);
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
    expect(run("check-release").code).toBe(0);

    // A lesser bump, or none, does not pass.
    writeFileSync(join(root, ".changeset", drafts()[0] ?? ""), draft.replaceAll("major", "minor"));
    const lesser = run("check-release");
    expect(lesser.code).toBe(1);
    expect(lesser.err).toContain("no changeset raises @wickr-admin/client, @wickr-admin/mock");
    rmSync(join(root, ".changeset", drafts()[0] ?? ""));

    // Versions that were raised already announce it as well.
    for (const name of ["client", "mock", "paginators", "waiters"]) {
      const path = `packages/${name}/package.json`;
      writeFileSync(join(root, path), text(path).replace("1.0.0", "2.0.0"));
    }
    expect(run("check-release").code).toBe(0);
  });

  test("an enum value is removed", () => {
    makeEdits(root, enumValueRemoved.edits);

    const { code, out } = run("model-diff", "--json");
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
    makeEdits(root, {
      "model/networks.json": editShapes((shapes) => {
        delete shapes[id("Status")].members.DISABLED;
      }),
    });
    expect(regenerate().out).toContain(`Deleted .changeset/${first}`);
    expect(drafts()).toHaveLength(1);
    expect(text(`.changeset/${drafts()[0]}`)).toContain("`FORCE_ENABLED` removed\n");
    expect(text(`.changeset/${drafts()[0]}`)).toContain("`DISABLED` removed\n");
  });

  test("what cannot be compared is said", () => {
    expect(run("model-diff", "--base", "nowhere")).toMatchObject({
      code: 2,
      err: "error: There is no commit nowhere.\n",
    });
    writeFileSync(join(root, "model/service.json"), "{");
    const broken = run("model-diff");
    expect(broken.code).toBe(2);
    expect(broken.err).toContain("model/service.json: no JSON at line 1");
    expect(existsSync(join(root, "packages/client/src/index.ts"))).toBe(true);
  });
}, 120_000);
