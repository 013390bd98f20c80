/** A change of a model, from the edit to what a release would hold. */
import { describe, expect, test } from "vitest";
import { birds } from "../../test-fixtures/models.js";
import { diffModels } from "../diff/diff-models.js";
import { renderPackages } from "../generate.js";
import type { Model, ServiceShape } from "../model/model.js";
import { bumpOf } from "./bump.js";
import { draftChangeset } from "./changeset.js";

// oxlint-disable-next-line typescript/no-explicit-any -- edits reach deep into JSON
type Ast = any;

const required = { "smithy.api#required": {} };

describe("a change of a small model", () => {
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
