import { basename, relative, resolve } from "node:path";
import { loadModel } from "../load/load.js";
import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import { chooseService } from "../validate/choose-service.js";
import { readModel } from "../validate/read-model.js";
import { wrongTargets } from "../validate/validate.js";
import { hasErrors, type Problem } from "../model/problem.js";
import type { Change } from "../diff/change.js";
import { diffModels } from "../diff/diff-models.js";

/** The files of two models. */
export interface DiffOptions {
  /** AST files and folders of them: the older model. */
  readonly before: readonly string[];
  /** The newer one. */
  readonly after: readonly string[];
  /** Needed only where a model has several services. */
  readonly service?: ShapeId | undefined;
}

/** What changed; nothing where a model has errors. */
export interface DiffResult {
  readonly problems: readonly Problem[];
  readonly changes: readonly Change[] | undefined;
}

/** Reads two models and compares them. The newer one is checked first, as before generating from it. */
export const diffFiles = ({ before, after, service }: DiffOptions): DiffResult => {
  const newer = readModel(after, service);
  const older = readOlder(before, service);
  const problems = [...older.problems, ...newer.problems];
  if (!newer.service || !older.service || hasErrors(problems))
    return { problems, changes: undefined };
  const changes = diffModels(older.model, newer.model, newer.service.id, older.service.id);
  const files = new Set([...newer.model.shapes.values()].map(({ file }) => file));
  return {
    problems,
    changes: changes.map((change) =>
      files.has(change.file) ? change : { ...change, file: fileBelow(before, change.file) },
    ),
  };
};

/** A model that was released was checked then, by the rules of its day; here it must hold together. */
const readOlder = (
  paths: readonly string[],
  serviceId: ShapeId | undefined,
): { model: Model; service: ServiceShape | undefined; problems: readonly Problem[] } => {
  const { model, problems } = loadModel(paths);
  if (hasErrors(problems)) return { model, service: undefined, problems };
  const has = serviceId !== undefined && model.shapes.get(serviceId)?.type === "service";
  const choice = chooseService(model, has ? serviceId : undefined);
  const { service } = choice;
  const wrong = service ? wrongTargets(model, service.id) : [];
  return { model, service, problems: [...problems, ...choice.problems, ...wrong] };
};

/** A file of the older model, without the way to where that happens to lie. */
const fileBelow = (paths: readonly string[], file: string): string => {
  for (const path of paths) {
    const rest = relative(resolve(path), resolve(file)).replaceAll("\\", "/");
    if (rest === "") return basename(path);
    if (!rest.startsWith("../")) return `${basename(path)}/${rest}`;
  }
  return file;
};
