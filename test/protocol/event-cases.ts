import type { Json, OperationShape, ShapeId } from "@wickr-admin/codegen";
import type { Side } from "./protocol-test.js";

type Params = Readonly<Record<string, Json>>;

/** The value of an event's header as a test has it: one member, named by its type on the wire. */
export type HeaderCase = Readonly<Record<string, Json>>;

/** One event of a test. Without parameters it is none that the model has. */
export interface EventCase {
  readonly type: "request" | "response";
  readonly params?: Params;
  readonly headers?: Readonly<Record<string, HeaderCase>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  readonly body?: string;
  readonly bodyMediaType?: string;
  /** The whole message as it is received, in base64. */
  readonly bytes?: string;
}

/** What HTTP's messages before the events have to look like, or look like. */
interface InitialMessage {
  readonly headers?: Readonly<Record<string, string>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  readonly body?: string;
  readonly bodyMediaType?: string;
}

/** One entry of `smithy.test#eventStreamTests`. */
export interface EventStreamCase {
  readonly id: string;
  readonly protocol: ShapeId;
  readonly appliesTo?: Side;
  readonly initialRequestParams?: Params;
  readonly initialRequest?: InitialMessage & {
    readonly method: string;
    readonly uri: string;
    readonly host?: string;
    readonly resolvedHost?: string;
    readonly queryParams?: readonly string[];
    readonly forbidQueryParams?: readonly string[];
    readonly requireQueryParams?: readonly string[];
  };
  readonly initialResponseParams?: Params;
  readonly initialResponse?: InitialMessage & { readonly code?: number };
  readonly events?: readonly EventCase[];
  readonly expectation?: {
    readonly success?: object;
    readonly failure?: { readonly errorId?: ShapeId };
  };
}

/** An event test and the operation that it stands on. */
export interface EventStreamOperationCase {
  readonly operation: OperationShape;
  readonly test: EventStreamCase;
}

/** The events that a half of the protocol writes: those of its direction that the model has. */
export const writtenBy = (side: Side, { events = [] }: EventStreamCase): EventCase[] =>
  events.filter(
    ({ type, params }) => params !== undefined && (type === "request") === (side === "client"),
  );

/**
 * The events that a half of the protocol reads: those of the other direction. What the model does not have
 * cannot be written, so that it is read, whatever a test for this half alone calls its direction.
 */
export const readBy = (side: Side, { events = [], appliesTo }: EventStreamCase): EventCase[] =>
  events.filter(
    ({ type, params }) =>
      (type === "request") === (side === "server") || (params === undefined && appliesTo === side),
  );

/** Why a half of the protocol has nothing to do in a test; undefined where it has something. */
export const nothingToDo = (side: Side, test: EventStreamCase): string | undefined => {
  const fails = test.expectation?.failure !== undefined;
  const isSilent =
    test.initialRequest === undefined &&
    test.initialResponse === undefined &&
    test.initialRequestParams === undefined &&
    test.initialResponseParams === undefined;
  if (isSilent && writtenBy(side, test).length === 0 && readBy(side, test).length === 0)
    return `they hold nothing that a ${side} writes or reads`;

  const { code = 200 } = test.initialResponse ?? {};
  if (side === "server" && fails && code >= 300)
    return "they are about answers that a client reads";
  return undefined;
};
