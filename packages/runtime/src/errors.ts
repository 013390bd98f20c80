import { ServiceException as SmithyServiceException } from "@smithy/smithy-client";
import type { HttpResponse, ResponseMetadata, RetryableTrait } from "@smithy/types";

/** What an exception is built from. */
export interface ServiceExceptionOptions {
  /** The error's name in the model, such as `RateLimitError`. */
  readonly name: string;
  /** Whose fault it is: the caller's or the service's. */
  readonly $fault: "client" | "server";
  readonly message?: string | undefined;
  readonly $metadata: ResponseMetadata;
}

interface SmithyExceptionClass {
  new (options: ServiceExceptionOptions): Error;
  isInstance(value: unknown): boolean;
}

// Seen through a type of our own, so that the published declarations need no other package.
const SmithyException: SmithyExceptionClass = SmithyServiceException as never;

/**
 * An error answer of the service. `instanceof` also recognizes exceptions of another copy of this
 * package, by their names.
 */
export class ServiceException extends SmithyException {
  /** Whether an exception of any service stands behind the value, of whatever copy of a package. */
  static override isInstance(value: unknown): value is ServiceException {
    return SmithyException.isInstance(value);
  }

  /** Whose fault it is: the caller's or the service's. */
  declare readonly $fault: "client" | "server";
  /** Status, request id, number of attempts. */
  declare $metadata: ResponseMetadata;
  /** The response as received; hidden from enumeration, so that it does not end up in logs. */
  declare readonly $response?: HttpResponse | undefined;
  /** Whether, and as what, the model allows another try. */
  declare readonly $retryable?: RetryableTrait | undefined;
}

/** The parameter of a modeled error's constructor: its own members, message and metadata. */
export type ExceptionOptionType<Exception extends Error, Base extends Error> = Omit<
  Exception,
  Exclude<keyof Base, "$metadata" | "message">
>;
