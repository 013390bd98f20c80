import {
  BadRequestError,
  type ErrorDetail,
  ForbiddenError,
  ResourceNotFoundError,
  ValidationError,
} from "@wickr-admin/client";

/**
 * An answer that leaves as it stands here, where the protocol would have it otherwise: most of them name no
 * error, neither in a header nor in the body. Thrown as errors are.
 */
export class VerbatimError extends Error {
  readonly $fault = "client";
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** What the header names. */
  readonly errorType: string | undefined;

  /** @param body - Text as it is, or what is written as JSON. */
  constructor(status: number, body: string | { readonly message: string }, errorType?: string) {
    super(typeof body === "string" ? `HTTP ${status}` : body.message);
    this.name = errorType ?? "VerbatimError";
    this.status = status;
    this.contentType = typeof body === "string" ? "text/html" : "application/json";
    this.body = typeof body === "string" ? body : JSON.stringify(body);
    this.errorType = errorType;
  }
}

/** 422: the request breaks rules; each reason names the member at fault. */
export const invalid = (
  reasons: readonly ErrorDetail[],
  message = "The request did not pass validation",
): ValidationError =>
  new ValidationError({
    message,
    reasons: [...reasons],
    $metadata: {},
  });

/** 400: the request does not apply as things stand. */
export const badRequest = (message: string): BadRequestError =>
  new BadRequestError({ message, $metadata: {} });

/** 403: nobody may do this. */
export const forbidden = (message: string): ForbiddenError =>
  new ForbiddenError({ message, $metadata: {} });

/** 404: what the request names is not there. */
export const notFound = (message: string): ResourceNotFoundError =>
  new ResourceNotFoundError({ message, $metadata: {} });

/** Collects what is wrong with a request, so that the answer names all of it. */
export class Reasons {
  readonly #reasons: ErrorDetail[] = [];

  /** Notes what is wrong with a member unless it is as it should be. */
  require(isRight: boolean, field: string, reason: string): void {
    if (!isRight) this.#reasons.push({ field, reason });
  }

  /** @throws ValidationError - if anything was wrong. */
  throwIfAny(): void {
    if (this.#reasons.length > 0) throw invalid(this.#reasons);
  }
}
