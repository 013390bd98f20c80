/** What the repository's scripts need to turn a changed model into a release. */
export { type Change, type Impact, type Severity, severityOf } from "../diff/change.js";
export { type DiffOptions, type DiffResult, diffFiles } from "../commands/diff-files.js";
export { diffModels } from "../diff/diff-models.js";
export { formatChanges, summaryOf } from "../diff/format-changes.js";
export { type Bump, bumpBetween, bumpOf, covers } from "./bump.js";
export { type Changeset, DRAFT_NAME, draftChangeset } from "./changeset.js";
export {
  type FixedGroups,
  type PendingChangeset,
  packagesBelow,
  readChangesets,
} from "./read-changesets.js";
