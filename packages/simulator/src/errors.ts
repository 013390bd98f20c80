import {
  BadRequestError,
  type ErrorDetail,
  ForbiddenError,
  ResourceNotFoundError,
  ValidationError,
} from "@wickr-admin/client";

/** 422: the request breaks rules; each reason names the member at fault. */
const invalid = (reasons: readonly ErrorDetail[]): ValidationError =>
  new ValidationError({
    message: "The request did not pass validation",
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
