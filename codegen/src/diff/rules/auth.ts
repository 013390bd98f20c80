import { isDeepStrictEqual } from "node:util";
import type { OperationShape, ServiceShape, ShapeId } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import type { Comparison, Rule } from "../comparison.js";
import { ADDITIVE, BREAKING, PATCH } from "../impact.js";
import { fromTo, named, value } from "../wording.js";

/** The traits that define a scheme, in the order Smithy gives them where `auth` says nothing. */
export const AUTH_SCHEMES: readonly ShapeId[] = [
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpApiKeyAuth",
  "smithy.api#httpBasicAuth",
  "smithy.api#httpBearerAuth",
  "smithy.api#httpDigestAuth",
];

const AUTH = "smithy.api#auth";

/** No scheme at all, where `optionalAuth` or an empty `auth` allows it. */
const NONE = "smithy.api#noAuth";

/** The ways to prove who calls: of the service, and of operations that differ from it. */
export const changedAuth: Rule = (comparison) => {
  const { services, operations, report } = comparison;
  compareSchemes(
    comparison,
    services.after.id,
    schemesOf(services.before),
    schemesOf(services.after),
  );
  for (const scheme of AUTH_SCHEMES) {
    const was = trait(services.before, scheme);
    const is = trait(services.after, scheme);
    if (was === undefined || is === undefined || isDeepStrictEqual(was, is)) continue;
    const message = `${named(scheme)} changed ${fromTo(was, is)}`;
    report("ChangedAuthScheme", services.after.id, message, BREAKING, scheme);
  }
  for (const { before, after } of operations.both) {
    if (!hasOwn(before) && !hasOwn(after)) continue;
    compareSchemes(
      comparison,
      after.id,
      schemesOf(services.before, before),
      schemesOf(services.after, after),
    );
  }
};

const hasOwn = (operation: OperationShape): boolean =>
  hasTrait(operation, "auth") || hasTrait(operation, "optionalAuth");

const schemesOf = (service: ServiceShape, operation?: OperationShape): readonly ShapeId[] => {
  const listed =
    (operation && trait<readonly ShapeId[]>(operation, "auth")) ??
    trait<readonly ShapeId[]>(service, "auth") ??
    AUTH_SCHEMES.filter((id) => hasTrait(service, id));
  const free = listed.length === 0 || (operation && hasTrait(operation, "optionalAuth"));
  return free ? [...listed, NONE] : listed;
};

const compareSchemes = (
  { report }: Comparison,
  on: ShapeId,
  was: readonly ShapeId[],
  is: readonly ShapeId[],
): void => {
  const removed = was.filter((id) => !is.includes(id));
  const added = is.filter((id) => !was.includes(id));
  for (const id of removed) {
    report("RemovedAuthScheme", on, `authentication ${named(id)} removed`, BREAKING, AUTH);
  }
  for (const id of added) {
    report("AddedAuthScheme", on, `authentication ${named(id)} added`, ADDITIVE, AUTH);
  }
  if (removed.length === 0 && added.length === 0 && !isDeepStrictEqual(was, is)) {
    const message = `authentication is preferred in another order: ${value(is.join(", "))}`;
    report("ChangedAuthOrder", on, message, PATCH, AUTH);
  }
};
