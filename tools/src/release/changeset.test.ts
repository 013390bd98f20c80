import type { Change } from "@wickr-admin/codegen";
import { expect, test } from "vitest";
import { DRAFT_NAME, draftChangeset } from "./changeset.js";

const change = (parts: Partial<Change>): Change => ({
  kind: "AddedMember",
  shape: "a#B$c",
  file: "a.json",
  message: "optional member added (`String`)",
  client: "additive",
  mock: "additive",
  ...parts,
});
const documentation = (shape: string): Change =>
  change({
    kind: "ChangedDocumentation",
    shape,
    message: "documentation changed",
    client: "patch",
    mock: "patch",
  });

test("A changeset has the bump, and a summary by severity.", () => {
  const draft = draftChangeset(
    [
      change({
        kind: "RangeTightened",
        shape: "a#Size",
        message: "maximum value set to `5`",
        client: "patch",
        mock: "breaking",
      }),
      change({}),
      documentation("a#B"),
      documentation("a#C$d"),
      change({ kind: "ChangedTests", message: "tests changed", client: "patch", mock: "patch" }),
    ],
    ["@a/client", "@a/mock"],
  );
  expect(draft?.name).toMatch(DRAFT_NAME);
  expect(draft?.text).toBe(`---
"@a/client": major
"@a/mock": major
---

The service's model changed.

**Breaking changes**

- \`Size\`: maximum value set to \`5\` (in tests that use the mock)

**New**

- \`B.c\`: optional member added (\`String\`)

**Other changes**

- Documentation of 2 shapes and members
`);
});

test("The same changes have the same file, wherever they stand.", () => {
  const name = (changes: readonly Change[]) => draftChangeset(changes, ["@a/client"])?.name;
  const first = name([change({})]);
  expect(name([change({ file: "b.json" })])).toBe(first);
  expect(name([change({ message: "required member added" })])).not.toBe(first);
});

test("Nothing to release, no changeset.", () => {
  expect(draftChangeset([], ["@a/client"])).toBeUndefined();
  expect(draftChangeset([change({ kind: "ChangedTests" })], ["@a/client"])).toBeUndefined();
});
