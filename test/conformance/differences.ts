import {
  dataShapeOf,
  namespaceOf,
  structureOf,
  type Json,
  type Model,
  type OperationShape,
  type ShapeId,
} from "@wickr-admin/codegen";
import { WICKR_NAMESPACE } from "@wickr-admin/test-support/wickr-model";
import { isDeepStrictEqual } from "node:util";
import type { AllowedDifferences } from "./facts/facts.js";
import type { Units } from "./published-units.js";

/** Where the model is not what is published. */
export interface Difference {
  /** The shape or member, as `model:diff` names it. */
  readonly at: ShapeId;
  readonly difference: "added" | "removed" | "changed";
  readonly published?: Json;
  readonly model?: Json;
}

/**
 * All differences. A structure or list that is new is none by itself where something leads to it:
 * the operation or the member that does is the one to be named.
 */
export const differencesOf = (
  published: Units,
  model: Units,
  reached: ReadonlySet<ShapeId>,
): Difference[] => {
  const found: Difference[] = [];
  for (const [at, fact] of published) {
    const ours = model.get(at);
    if (ours === undefined) {
      if (at === shapeOfMember(at) || model.has(shapeOfMember(at)))
        found.push({ at, difference: "removed", published: fact });
    } else if (!isDeepStrictEqual(ours, fact)) {
      found.push({ at, difference: "changed", published: fact, model: ours });
    }
  }
  for (const [at, ours] of model) {
    if (published.has(at) || reached.has(at)) continue;
    if (at !== shapeOfMember(at) && !published.has(shapeOfMember(at))) continue;
    found.push({ at, difference: "added", model: ours });
  }
  return found;
};

/** The structures, lists and so on that the operations lead to. */
export const reachedFrom = (model: Model, operations: readonly OperationShape[]): Set<ShapeId> => {
  const reached = new Set<ShapeId>();
  const visit = (id: ShapeId): void => {
    if (reached.has(id) || namespaceOf(id) !== WICKR_NAMESPACE) return;
    reached.add(id);
    const shape = dataShapeOf(model, id);
    if (shape.type === "list") visit(shape.member.target);
    else if (shape.type === "map") visit(shape.value.target);
    else if (shape.type === "structure" || shape.type === "union")
      for (const { target } of structureOf(model, id).members.values()) visit(target);
  };
  for (const { input, output, errors } of operations) [input, output, ...errors].forEach(visit);
  return reached;
};

/** What to say of a difference that is not allowed as it is; undefined where it is. */
export const complaintOf = (
  { at, difference, published, model }: Difference,
  allowed: AllowedDifferences,
): string | undefined => {
  const entry = allowed[at];
  if (
    entry?.difference === difference &&
    isDeepStrictEqual(entry.model, changed(difference, model))
  )
    return undefined;
  const [what, fact] = {
    added: ["is not among the published facts", `The model says ${JSON.stringify(model)}.`],
    removed: ["is published, and the model has none", `Published: ${JSON.stringify(published)}.`],
    changed: [
      "contradicts what is published",
      `Published: ${JSON.stringify(published)}; the model says ${JSON.stringify(model)}.`,
    ],
  }[difference];
  const wanted = { difference, model: changed(difference, model), because: "…" };
  return [
    `${at} ${what}. ${fact}`,
    "Where this is known to be right, say why in test/conformance/facts/differences.json:",
    `  ${JSON.stringify(at)}: ${JSON.stringify(wanted)}`,
    "Where the published facts are out of date, bring wire.json and operations.json up to date.",
  ].join("\n");
};

/** What was added may change freely; what contradicts the facts may do so in one way only. */
const changed = (difference: Difference["difference"], model: Json | undefined) =>
  difference === "changed" ? model : undefined;

/** Whether differences allow that the model is not as published at a shape or member. */
export const isAllowed = (at: ShapeId, allowed: AllowedDifferences): boolean =>
  Object.hasOwn(allowed, at) || Object.hasOwn(allowed, shapeOfMember(at));

const shapeOfMember = (id: ShapeId): ShapeId => id.split("$", 1)[0]!;
