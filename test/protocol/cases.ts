import {
  hasTrait,
  shapeOf,
  structureOf,
  trait,
  type Json,
  type Model,
  type OperationShape,
  type ShapeId,
  type StructureShape,
} from "@wickr-admin/codegen";
import { nothingToDo, type EventStreamCase, type EventStreamOperationCase } from "./event-cases.js";
import type { Side } from "./protocol-test.js";
import { serviceOf, serviceOperations } from "@wickr-admin/test-support/service-operations";

type Params = Readonly<Record<string, Json>>;

/** What all kinds of tests share, as `smithy.test` defines it. */
interface CaseBase {
  readonly id: string;
  readonly documentation?: string;
  readonly protocol: ShapeId;
  readonly tags?: readonly string[];
}

/** What request and response tests share. */
interface MessageCase extends CaseBase {
  readonly appliesTo?: Side;
  readonly headers?: Readonly<Record<string, string>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  readonly body?: string;
  readonly bodyMediaType?: string;
  readonly params?: Params;
  readonly vendorParams?: Params;
}

/** One entry of `smithy.test#httpRequestTests`. */
export interface RequestCase extends MessageCase {
  readonly method: string;
  readonly uri: string;
  readonly host?: string;
  readonly resolvedHost?: string;
  readonly queryParams?: readonly string[];
  readonly forbidQueryParams?: readonly string[];
  readonly requireQueryParams?: readonly string[];
}

/** One entry of `smithy.test#httpResponseTests`. */
export interface ResponseCase extends MessageCase {
  readonly code: number;
}

/** One entry of `smithy.test#httpMalformedRequestTests`, one for each row of its test parameters. */
export interface MalformedCase extends CaseBase {
  readonly request: {
    readonly method: string;
    readonly uri: string;
    readonly host?: string;
    readonly queryParams?: readonly string[];
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response: {
    readonly code: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: {
      readonly mediaType: string;
      readonly assertion: { readonly contents?: string; readonly messageRegex?: string };
    };
  };
}

/** A test and the operation it stands on. */
export interface OperationCase<Test> {
  readonly operation: OperationShape;
  readonly test: Test;
}

/** A response test of an error, and an operation that may answer with it. */
export interface ErrorCase extends OperationCase<ResponseCase> {
  readonly error: StructureShape;
}

/** The tests of a service for one half of one protocol. */
export interface ProtocolCases {
  readonly requests: readonly OperationCase<RequestCase>[];
  readonly responses: readonly OperationCase<ResponseCase>[];
  readonly errors: readonly ErrorCase[];
  readonly malformed: readonly OperationCase<MalformedCase>[];
  readonly events: readonly EventStreamOperationCase[];
  /** Which tests these are, by {@link keyOf}: some become several, as they stand in the model. */
  readonly keys: ReadonlySet<string>;
}

/** What tells a test in the model from all others. */
export const keyOf = (shape: ShapeId, traitId: ShapeId, id: string): string =>
  `${shape} ${traitId} ${id}`;

/** Finds the tests of a service for clients or servers of the protocol. */
export const protocolCases = (
  model: Model,
  serviceId: ShapeId,
  protocol: ShapeId,
  side: Side,
): ProtocolCases => {
  const requests: OperationCase<RequestCase>[] = [];
  const responses: OperationCase<ResponseCase>[] = [];
  const errors: ErrorCase[] = [];
  const malformed: OperationCase<MalformedCase>[] = [];
  const events: EventStreamOperationCase[] = [];
  const keys = new Set<string>();
  const seenErrors = new Set<ShapeId>();
  const concerns = ({ appliesTo = side, ...test }: Pick<MessageCase, "protocol" | "appliesTo">) =>
    test.protocol === protocol && appliesTo === side;
  /** The tests of a kind on a shape that the caller does not refuse. */
  const take = <Test extends CaseBase>(
    shape: OperationShape | StructureShape,
    kind: string,
    isWanted: (test: Test) => boolean,
  ): readonly Test[] => {
    const all: readonly Test[] = trait<never>(shape, `smithy.test#${kind}`) ?? [];
    const wanted = all.filter(isWanted);
    for (const { id } of wanted) keys.add(keyOf(shape.id, `smithy.test#${kind}`, id));
    return wanted;
  };

  // Operations and errors, too, may be of no concern to one of the sides.
  const other = side === "client" ? "server-only" : "client-only";
  const isOther = (shape: OperationShape | StructureShape) =>
    trait<readonly string[]>(shape, "tags")?.includes(other) === true;

  for (const operation of serviceOperations(model, serviceId)) {
    if (isOther(operation)) continue;
    const requestTests = take<RequestCase>(
      operation,
      "httpRequestTests",
      (test) => concerns(test) && (side === "client" || !saysTooLittle(model, operation, test)),
    );
    requests.push(...requestTests.map((test) => ({ operation, test: withQueryApart(test) })));
    const responseTests = take<ResponseCase>(operation, "httpResponseTests", concerns);
    responses.push(...responseTests.map((test) => ({ operation, test })));
    const eventTests = take<EventStreamCase>(
      operation,
      "eventStreamTests",
      (test) => concerns(test) && nothingToDo(side, test) === undefined,
    );
    events.push(...eventTests.map((test) => ({ operation, test })));
    for (const id of [...operation.errors, ...serviceOf(model, serviceId).errors]) {
      if (seenErrors.has(id)) continue;
      seenErrors.add(id);
      const error = shapeOf(model, id) as StructureShape;
      if (isOther(error)) continue;
      const errorTests = take<ResponseCase>(error, "httpResponseTests", concerns);
      errors.push(...errorTests.map((test) => ({ operation, error, test })));
    }
    if (side === "client") continue;
    const malformedTests = take<MalformedDefinition>(
      operation,
      "httpMalformedRequestTests",
      (test) => test.protocol === protocol,
    );
    for (const test of malformedTests)
      malformed.push(...rowsOf(test).map((row) => ({ operation, test: row })));
  }
  return { requests, responses, errors, malformed, events, keys };
};

/** Where a test says nothing of the body, a server cannot be sent what its parameters have in there. */
const saysTooLittle = (
  model: Model,
  { input }: OperationShape,
  { body, params = {} }: RequestCase,
): boolean => {
  if (body !== undefined || input === "smithy.api#Unit") return false;
  const elsewhere = [
    "httpHeader",
    "httpLabel",
    "httpPrefixHeaders",
    "httpQuery",
    "httpQueryParams",
  ];
  return [...structureOf(model, input).members.values()].some(
    (member) => member.name in params && !elsewhere.some((name) => hasTrait(member, name)),
  );
};

/** A query may stand in the URI as well. */
const withQueryApart = (test: RequestCase): RequestCase => {
  const [uri, query] = test.uri.split("?", 2) as [string, string?];
  if (query === undefined) return test;
  return { ...test, uri, queryParams: [...query.split("&"), ...(test.queryParams ?? [])] };
};

interface MalformedDefinition extends MalformedCase {
  readonly testParameters?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A test for each row of the parameters, `$name:L` and `$name:S` (quoted) replaced by their values.
 * A test without parameters is one row of none: `$$` stands for `$` in all of them.
 */
const rowsOf = ({ testParameters = {}, ...test }: MalformedDefinition): MalformedCase[] => {
  const names = Object.keys(testParameters);
  const count = Math.max(0, ...names.map((name) => testParameters[name]!.length));
  return Array.from({ length: Math.max(1, count) }, (_, row) => {
    const value = (name: string) => testParameters[name]![row]!;
    const fill = (text: string) =>
      text.replaceAll(/\$\$|\$(\w+):([LS])/g, (found, name: string | undefined, kind: string) =>
        name === undefined
          ? "$"
          : !names.includes(name) || count === 0
            ? found
            : kind === "S"
              ? JSON.stringify(value(name))
              : value(name),
      );
    const { request, response } = JSON.parse(
      JSON.stringify({ request: test.request, response: test.response }),
      (_key, item: unknown) =>
        typeof item === "string"
          ? fill(item)
          : isRecord(item)
            ? Object.fromEntries(Object.entries(item).map(([key, each]) => [fill(key), each]))
            : item,
    ) as MalformedCase;
    const id = count === 0 ? test.id : `${test.id}_case${row}`;
    return { ...test, id, request, response };
  });
};

const isRecord = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
