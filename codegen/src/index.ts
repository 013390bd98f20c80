/** The generator as a library. */
export { type GenerateOptions, type GenerateResult, generate, renderPackages } from "./generate.js";
export { type AstFile, type Loaded, loadAsts, loadModel } from "./load/load.js";
export * from "./model/model.js";
export * from "./model/traits.js";
export { type Problem, formatProblem, hasErrors } from "./model/problem.js";
export { validateModel, wrongTargets } from "./validate/validate.js";
export { type DiffOptions, type DiffResult, diffFiles } from "./commands/diff-files.js";
export * from "./diff/index.js";
export { ruleSetOf } from "./facts/endpoints/rule-set-of.js";
