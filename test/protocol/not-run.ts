import { trait, type Json, type Model, type Shape, type ShapeId } from "@wickr-admin/codegen";
import { serviceOf, serviceOperations } from "@wickr-admin/test-support/service-operations";
import { keyOf, protocolCases } from "./cases.js";
import { nothingToDo, type EventStreamCase } from "./event-cases.js";
import type { Side } from "./protocol-test.js";

/** Tests of a model that nothing here runs, and why. */
export interface NotRun {
  /** The trait that they stand in, and the half of the protocol if the other one has them. */
  readonly what: string;
  readonly why: string;
  /** The tests' ids; the shape's, where the trait has no tests with ids. */
  readonly ids: readonly string[];
}

const RESTJSON = "aws.protocols#restJson1";
const SIDES: readonly Side[] = ["client", "server"];

/** The traits whose tests are run, and for whom they are where they do not say. */
const RUN: Readonly<Record<ShapeId, readonly Side[]>> = {
  "smithy.test#httpRequestTests": SIDES,
  "smithy.test#httpResponseTests": SIDES,
  "smithy.test#eventStreamTests": SIDES,
  "smithy.test#httpMalformedRequestTests": ["server"],
};

/** All tests of a model, in any trait of `smithy.test` on any shape, that are not run for these services. */
export const testsNotRun = (model: Model, services: readonly ShapeId[]): NotRun[] => {
  const keys: Record<Side, Set<string>> = { client: new Set(), server: new Set() };
  for (const side of SIDES) {
    for (const service of services)
      for (const key of protocolCases(model, service, RESTJSON, side).keys) keys[side].add(key);
  }
  const reached = shapesWithTests(model, services);
  const found = new Map<string, NotRun>();
  const note = (what: string, why: string, id: string) => {
    const key = `${what}: ${why}`;
    found.set(key, { what, why, ids: [...(found.get(key)?.ids ?? []), id] });
  };
  for (const shape of model.shapes.values()) {
    for (const [traitId, value] of Object.entries(shape.traits)) {
      if (!traitId.startsWith("smithy.test#")) continue;
      for (const test of testsIn(value)) {
        const id = typeof test.id === "string" ? test.id : shape.id;
        const isRun = (side: Side) => keys[side].has(keyOf(shape.id, traitId, id));
        const sides = RUN[traitId] ?? [];
        const obstacles = sides
          .filter((side) => !isRun(side))
          .map((side) => ({ side, ...obstacleOf(model, shape, test, side) }));
        if (!sides.some(isRun)) {
          const unmeant = obstacles.filter(({ isMeant }) => !isMeant);
          const whys = (unmeant.length > 0 ? unmeant : obstacles).map((each) => each.why);
          const why =
            generalObstacle(reached, shape, traitId, test) ?? [...new Set(whys)].join(", and ");
          note(traitId, why, id);
        } else {
          for (const { side, why, isMeant } of obstacles)
            if (!isMeant) note(`${traitId} (${side})`, why, id);
        }
      }
    }
  }
  return [...found.values()];
};

/** A test, of which nothing is known yet. */
interface AnyTest {
  readonly id?: Json;
  readonly protocol?: Json;
  readonly appliesTo?: Json;
}

const testsIn = (value: Json): readonly AnyTest[] =>
  Array.isArray(value) ? (value as readonly AnyTest[]) : [{}];

/** The operations of the services, and what they can answer with. */
const shapesWithTests = (model: Model, services: readonly ShapeId[]): ReadonlySet<ShapeId> => {
  const reached = new Set<ShapeId>();
  for (const id of services) {
    for (const error of serviceOf(model, id).errors) reached.add(error);
    for (const operation of serviceOperations(model, id)) {
      reached.add(operation.id);
      for (const error of operation.errors) reached.add(error);
    }
  }
  return reached;
};

/** What keeps a test from being run at all. */
const generalObstacle = (
  reached: ReadonlySet<ShapeId>,
  shape: Shape,
  traitId: ShapeId,
  { protocol, appliesTo }: AnyTest,
): string | undefined => {
  if (!(traitId in RUN)) return "there is no runner for them";
  if (protocol !== RESTJSON) return `they are for ${String(protocol)}`;
  if (appliesTo !== undefined && !SIDES.includes(appliesTo as Side))
    return `they apply to ${JSON.stringify(appliesTo)}`;

  return reached.has(shape.id) ? undefined : "they stand on shapes of no service that is tested";
};

/** What keeps one half of the protocol from running a test, and whether that is what the model means. */
const obstacleOf = (
  model: Model,
  shape: Shape,
  test: AnyTest,
  side: Side,
): { readonly why: string; readonly isMeant: boolean } => {
  const { appliesTo = side } = test;
  if (appliesTo !== side) return { why: `they apply to ${String(appliesTo)}s`, isMeant: true };
  const tag = side === "client" ? "server-only" : "client-only";
  if (trait<readonly string[]>(shape, "tags")?.includes(tag))
    return { why: `their shapes are ${tag}`, isMeant: true };

  const idle = "events" in test ? nothingToDo(side, test as never as EventStreamCase) : undefined;
  return idle === undefined
    ? { why: "they do not say what the body is", isMeant: false }
    : { why: idle, isMeant: true };
};
