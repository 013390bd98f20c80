import type { ServerResponse } from "./http.js";
import { setOwn } from "./properties.js";
import type { OperationSchema } from "./schema.js";
import { smallestStructure } from "./smallest.js";
import { type Violation, validate } from "./validate.js";
import { errorResponse, writeError } from "./write-error.js";

/** An input that breaks constraints of the model. */
export class InvalidInput extends Error {
  override readonly name = "InvalidInput";
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    super(summary(violations));
    this.violations = violations;
  }
}

const summary = (violations: readonly Violation[]): string =>
  `${violations.length} validation error${violations.length === 1 ? "" : "s"} detected. ` +
  violations.map(({ message }) => message).join("; ");

/** Checks an input against the constraints of its operation. Throws {@link InvalidInput} with all that it breaks. */
export const checkInput = (operation: OperationSchema, input: object): void => {
  const violations = operation.input ? validate(operation.input, input) : [];
  if (violations.length > 0) throw new InvalidInput(violations);
};

/** Reports broken constraints as the service does: by an error of its own, or as `ValidationException`. */
export const writeInvalidInput = (
  operation: OperationSchema,
  { message, violations }: InvalidInput,
): ServerResponse => {
  const report = operation.validation;
  const schema = report && operation.errors.find(({ name }) => name === report.error);
  if (!report || !schema) {
    const fieldList = violations.map((each) => ({ message: each.message, path: each.path }));
    return errorResponse(400, "ValidationException", { message, fieldList });
  }
  const error = { ...smallestStructure(schema), name: schema.name, message };
  const items = violations.map((each) => {
    const item = {};
    setOwn(item, report.path, report.style === "pointer" ? each.path : dotted(each.path));
    setOwn(item, report.message, report.style === "pointer" ? each.message : each.reason);
    return item;
  });
  setOwn(error, report.list, items);
  return writeError([schema], error);
};

/** `/users/0/username` as `users.0.username`. */
const dotted = (path: string): string =>
  path.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
