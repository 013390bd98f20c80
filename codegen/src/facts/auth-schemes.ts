import type { Json, Model, OperationShape, ServiceShape, ShapeId } from "../model/model.js";
import { hasTrait, trait } from "../model/traits.js";
import { isDefinition } from "./protocols.js";

/** The trait that names schemes, in order of preference. */
export const AUTH = "smithy.api#auth";

/** No scheme at all, where `optionalAuth` or an empty `auth` allows it. */
export const NO_AUTH = "smithy.api#noAuth";

/** The traits that define a scheme, in the order Smithy gives them where `auth` says nothing. */
export const AUTH_SCHEMES: readonly ShapeId[] = [
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpApiKeyAuth",
  "smithy.api#httpBasicAuth",
  "smithy.api#httpBearerAuth",
  "smithy.api#httpDigestAuth",
];

/** Schemes that the runtime does not know. */
const UNSUPPORTED: ReadonlySet<ShapeId> = new Set([
  "smithy.api#httpBasicAuth",
  "smithy.api#httpDigestAuth",
]);

/** Whether the runtime knows the scheme. */
export const isSupportedScheme = (id: ShapeId): boolean =>
  id === NO_AUTH || (AUTH_SCHEMES.includes(id) && !UNSUPPORTED.has(id));

/** The schemes that are traits of a service, Smithy's own first; with a model also those that it defines. */
export const schemeTraitsOf = (service: ServiceShape, model?: Model): readonly ShapeId[] => [
  ...AUTH_SCHEMES.filter((id) => hasTrait(service, id)),
  ...Object.keys(service.traits).filter(
    (id) => !AUTH_SCHEMES.includes(id) && model && isDefinition(model, id, "auth"),
  ),
];

/** What `auth` names on a service or operation; undefined where it does not stand there. */
export const namedSchemesOf = (
  on: ServiceShape | OperationShape,
): readonly ShapeId[] | undefined => {
  const named = trait(on, AUTH);
  return Array.isArray(named)
    ? (named as readonly Json[]).filter((id) => typeof id === "string")
    : undefined;
};

/** Whether an operation says itself how callers prove who they are. */
export const hasOwnAuth = (operation: OperationShape): boolean =>
  hasTrait(operation, "auth") || hasTrait(operation, "optionalAuth");

/** The schemes of a service, or of one of its operations, in order of preference. */
export const schemesOf = (
  service: ServiceShape,
  operation?: OperationShape,
): readonly ShapeId[] => {
  const schemes =
    (operation && namedSchemesOf(operation)) ?? namedSchemesOf(service) ?? schemeTraitsOf(service);
  const isFree = schemes.length === 0 || (operation && hasTrait(operation, "optionalAuth"));
  return isFree && !schemes.includes(NO_AUTH) ? [...schemes, NO_AUTH] : schemes;
};
