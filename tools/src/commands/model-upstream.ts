import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { repositoryRoot } from "../git/git.js";
import { Failure } from "../support/failure.js";
import { namespaceOf } from "@wickr-admin/codegen";
import { judge, readAllowed } from "../upstream/allowed.js";
import { compare } from "../upstream/compare.js";
import { formatOutcome, isNews, outcomeAsJson } from "../upstream/report.js";
import { readSource, type Source, sourceOfFiles } from "../upstream/source.js";

/** Flags of `model-upstream`. */
export interface ModelUpstreamFlags {
  readonly from: string;
  readonly model?: string;
  readonly differences?: string;
  readonly json?: true;
}

/** Where the allowed differences stand, and why they are allowed. */
const ALLOWED_DIFFERENCES = "test/conformance/facts/differences.json";

/**
 * Compares `model/` with a published model of the service. Gives 1 where that has something new or
 * an allowed difference is none any more, else 0.
 */
export const modelUpstream = async (flags: ModelUpstreamFlags): Promise<number> => {
  const root = repositoryRoot();
  // Scripts run at the root, whoever calls them from wherever.
  const bases = [process.env["INIT_CWD"] ?? process.cwd(), process.cwd()];
  const given = (path: string): string =>
    bases.map((base) => resolve(base, path)).find(existsSync) ?? path;
  // Below the root, so that messages name files as a person would.
  process.chdir(root);
  const named = (path: string): string => {
    const short = relative(root, path);
    return short.startsWith("..") ? path : short;
  };

  const modelPath = flags.model === undefined ? "model" : named(given(flags.model));
  const ours = sourceOfFiles(modelPath, modelPath);
  const packages = [
    ...bases,
    root,
    join(root, "test/published"),
    join(root, "test/published/.tmp/published"),
  ];
  const theirs = await readSource(flags.from, { paths: bases, packages }, ours.service);
  const file =
    flags.differences === undefined ? ALLOWED_DIFFERENCES : named(given(flags.differences));

  const compared = compareSources(ours, theirs);
  const judged = judge(compared, readAllowed(file), [
    ...new Set([ours, theirs].map(({ service }) => namespaceOf(service.id))),
  ]);
  const outcome = { ...judged, facts: compared.facts, ours: ours.name, theirs: theirs.name, file };
  console.log(flags.json ? outcomeAsJson(outcome) : formatOutcome(outcome));
  return isNews(outcome) ? 1 : 0;
};

/** A published model may hold what nobody expected; that is no news. */
const compareSources = (ours: Source, theirs: Source) => {
  try {
    return compare(ours, theirs);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`${ours.name} cannot be compared with ${theirs.name}: ${reason}`);
  }
};
