import {
  shapeOf,
  trait,
  type Json,
  type Model,
  type OperationShape,
  type ShapeId,
  type StructureShape,
} from "@wickr-admin/codegen";
import { serviceOf, serviceOperations } from "../support/service-operations.js";

type Params = Readonly<Record<string, Json>>;

/** What request and response tests share, as `smithy.test` defines it. */
interface CaseBase {
  readonly id: string;
  readonly documentation?: string;
  readonly protocol: ShapeId;
  readonly appliesTo?: "client" | "server";
  readonly headers?: Readonly<Record<string, string>>;
  readonly forbidHeaders?: readonly string[];
  readonly requireHeaders?: readonly string[];
  readonly body?: string;
  readonly bodyMediaType?: string;
  readonly params?: Params;
  readonly vendorParams?: Params;
  readonly tags?: readonly string[];
}

/** One entry of `smithy.test#httpRequestTests`. */
export interface RequestCase extends CaseBase {
  readonly method: string;
  readonly uri: string;
  readonly host?: string;
  readonly resolvedHost?: string;
  readonly queryParams?: readonly string[];
  readonly forbidQueryParams?: readonly string[];
  readonly requireQueryParams?: readonly string[];
}

/** One entry of `smithy.test#httpResponseTests`. */
export interface ResponseCase extends CaseBase {
  readonly code: number;
}

/** A request test and the operation it stands on. */
export interface OperationRequestCase {
  readonly operation: OperationShape;
  readonly test: RequestCase;
}

/** A response test and the operation whose response it is. */
export interface OperationResponseCase {
  readonly operation: OperationShape;
  readonly test: ResponseCase;
}

/** A response test of an error, and an operation that may answer with it. */
export interface ErrorResponseCase extends OperationResponseCase {
  readonly error: StructureShape;
}

/** The tests of a service that concern clients of one protocol. */
export interface ProtocolCases {
  readonly requests: readonly OperationRequestCase[];
  readonly responses: readonly OperationResponseCase[];
  readonly errors: readonly ErrorResponseCase[];
}

/** Finds the tests of a service that concern clients of the protocol. */
export function protocolCases(model: Model, serviceId: ShapeId, protocol: ShapeId): ProtocolCases {
  const requests: OperationRequestCase[] = [];
  const responses: OperationResponseCase[] = [];
  const errors: ErrorResponseCase[] = [];
  const seenErrors = new Set<ShapeId>();
  const concerns = (test: CaseBase) => test.protocol === protocol && test.appliesTo !== "server";

  for (const operation of serviceOperations(model, serviceId)) {
    for (const test of trait<never>(operation, "smithy.test#httpRequestTests") ?? []) {
      if (concerns(test)) requests.push({ operation, test });
    }
    for (const test of trait<never>(operation, "smithy.test#httpResponseTests") ?? []) {
      if (concerns(test)) responses.push({ operation, test });
    }
    for (const id of [...operation.errors, ...serviceOf(model, serviceId).errors]) {
      if (seenErrors.has(id)) continue;
      seenErrors.add(id);
      const error = shapeOf(model, id) as StructureShape;
      for (const test of trait<never>(error, "smithy.test#httpResponseTests") ?? []) {
        if (concerns(test)) errors.push({ operation, error, test });
      }
    }
  }
  return { requests, responses, errors };
}
