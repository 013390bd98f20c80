import pMap from "p-map";
import { factsOf } from "./facts/facts.js";
import type { Model, ServiceShape, ShapeId } from "./model/model.js";
import { type WriteResult, writeFiles, writeMissing } from "./output/write-files.js";
import { planClientPackage } from "./plan/client/index.js";
import type { PlannedFile } from "./layout/file.js";
import { planMock } from "./plan/mock/index.js";
import { PACKAGES, type PackageName } from "./layout/packages.js";
import { planPaginators } from "./plan/paginators/index.js";
import { planScaffold } from "./plan/scaffold.js";
import { planWaiters } from "./plan/waiters/index.js";
import { renderFile } from "./render/render-file.js";
import { type Render, loadTemplates } from "./render/templates.js";
import { type Problem, hasErrors } from "./model/problem.js";
import { readModel } from "./validate/read-model.js";

/** What to generate, from what, to where. */
export interface GenerateOptions {
  /** AST files and folders of them. */
  readonly model: readonly string[];
  /** The folder that holds the packages. */
  readonly out: string;
  /** Needed only where the model has several services. */
  readonly service?: ShapeId | undefined;
  /** Operations to leave out, by shape id. */
  readonly omit?: readonly ShapeId[] | undefined;
  /** The npm scope of the packages. Default: `@wickr-admin`. */
  readonly scope?: string | undefined;
  /** Default: all of them. */
  readonly only?: readonly PackageName[] | undefined;
  /** Let warnings keep it from being generated, too: for models that one writes oneself. */
  readonly strict?: boolean | undefined;
  /** Write nothing, only say what would change. */
  readonly check?: boolean | undefined;
}

/** What came of it. Where the model was refused, nothing was written. */
export interface GenerateResult {
  readonly problems: readonly Problem[];
  readonly written: WriteResult | undefined;
}

/** Reads a model, checks it, and brings the packages' generated folders in line with it. */
export const generate = async (options: GenerateOptions): Promise<GenerateResult> => {
  const { model, service, problems } = readModel(options.model, options.service, options.omit);
  const isRefused = options.strict === true ? problems.length > 0 : hasErrors(problems);
  if (service === undefined || isRefused) return { problems, written: undefined };

  const only = options.only ?? PACKAGES;
  const files = await renderPackages(model, service, options.scope ?? "@wickr-admin", only);
  const owned = only.map((name) => `${name}/src`);
  const written = writeFiles(options.out, files.generated, owned, {
    check: options.check === true,
  });
  if (options.check !== true) writeMissing(options.out, files.scaffold);
  return { problems, written };
};

/** The text of every file, by path below the output folder. */
export const renderPackages = async (
  model: Model,
  service: ServiceShape,
  scope: string,
  only: readonly PackageName[] = PACKAGES,
): Promise<{ generated: Map<string, string>; scaffold: Map<string, string> }> => {
  const facts = factsOf(model, service, scope);
  const planners: Record<PackageName, () => PlannedFile[]> = {
    client: () => planClientPackage(facts),
    paginators: () => planPaginators(facts),
    waiters: () => planWaiters(facts),
    mock: () => planMock(facts),
  };
  const render = loadTemplates();
  return {
    generated: await renderFiles(
      only.flatMap((name) => planners[name]()),
      render,
      scope,
    ),
    scaffold: await renderFiles(planScaffold(facts, only), render, scope),
  };
};

/** How many files are formatted at once: more take memory, and no less time. */
const AT_ONCE = 4;

const renderFiles = async (
  files: readonly PlannedFile[],
  render: Render,
  scope: string,
): Promise<Map<string, string>> =>
  new Map(
    await pMap(
      files,
      async (file): Promise<[string, string]> => [file.path, await renderFile(render, file, scope)],
      { concurrency: AT_ONCE },
    ),
  );
