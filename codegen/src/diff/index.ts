/** What changed between two models, and what that asks of a release. */
export { type Bump, BUMPS, bumpOf } from "./bump.js";
export { type Change, type Impact, SEVERITIES, type Severity, severityOf } from "./change.js";
export { diffModels } from "./diff-models.js";
export { formatChanges, summaryOf } from "./format-changes.js";
export { TESTS_ONLY } from "./rules/documentation.js";
export { code as codeSpan } from "./wording.js";
