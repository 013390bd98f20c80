import type { ShapeId } from "../model/model.js";
import { compareText } from "../model/compare-text.js";

/** What an upgrade does to someone: code has to change, something is new, or neither. */
export type Severity = "breaking" | "additive" | "patch";

/** What a change does to the users of the client (with paginators and waiters), and to those of the mock. */
export interface Impact {
  readonly client: Severity;
  readonly mock: Severity;
}

/** One difference between two models, in the terms of Smithy's own diff evaluators. */
export interface Change extends Impact {
  /** Such as `RemovedOperation`; see the rules for all of them. */
  readonly kind: string;
  /** The shape or member that changed: as the newer model has it, unless it is gone. */
  readonly shape: ShapeId;
  /** The file it stands in. */
  readonly file: string;
  /** What was, and what is. */
  readonly message: string;
}

/** The severities, the worst first. */
export const SEVERITIES: readonly Severity[] = ["breaking", "additive", "patch"];

/** The worst that a change does to anyone. */
export const severityOf = ({ client, mock }: Impact): Severity =>
  SEVERITIES.find((severity) => client === severity || mock === severity) ?? "patch";

/** The worst changes first; then by shape, kind and message, so that two models have one report. */
export const sortChanges = (changes: readonly Change[]): Change[] =>
  [...changes].sort(
    (a, b) =>
      SEVERITIES.indexOf(severityOf(a)) - SEVERITIES.indexOf(severityOf(b)) ||
      compareText(a.shape, b.shape) ||
      compareText(a.kind, b.kind) ||
      compareText(a.message, b.message),
  );
