import { isSupportedScheme, namedSchemesOf, schemeTraitsOf } from "../facts/auth-schemes.js";
import { sendsChecksum } from "../facts/checksums.js";
import { requestEncodingsOf } from "../facts/compression.js";
import { isStream } from "../facts/event-streams.js";
import { RESTJSON1, protocolsOf } from "../facts/protocols.js";
import { sdkIdOf } from "../facts/service.js";
import { membersOf, structureAt, targetOf } from "../facts/shapes.js";
import { isObject, property } from "../model/json.js";
import type { ListShape, MapShape, Model, Shape, ShapeId } from "../model/model.js";
import { type Problem, sortProblems } from "../model/problem.js";
import { hasTrait, trait } from "../model/traits.js";
import { scopeOf, type Scope, type ServiceScope } from "./scope.js";

/**
 * What the generator does not support: it says so by name, and nothing is written.
 * This is the whole list, one function each.
 */
export const unsupported = (model: Model, serviceId: ShapeId): Problem[] => {
  const problems: Problem[] = [];
  const scope = scopeOf(model, serviceId, problems);
  for (const service of scope.services) {
    withoutOperations(scope, service);
    otherProtocols(scope, service);
    http2Only(scope, service);
    authSchemes(scope, service);
    s3(scope, service);
    streamsOutsideOfPayloads(scope, service);
    deepCollections(scope, service);
    compressions(scope, service);
    checksums(scope, service);
  }
  return sortProblems(problems);
};

/** Smithy allows it, but there is no client of nothing. */
const withoutOperations = ({ error }: Scope, { service, operations }: ServiceScope): void => {
  if (operations.length > 0) return;
  error(service.id, "found a service without operations; there is nothing to generate");
};

const otherProtocols = ({ model, error }: Scope, { service }: ServiceScope): void => {
  if (hasTrait(service, RESTJSON1)) return;
  const others = protocolsOf(service, model);
  const found = others.length > 0 ? `the protocols ${others.join(", ")}` : "no protocol";
  error(service.id, `found ${found}; only ${RESTJSON1} is supported`);
};

const http2Only = ({ error }: Scope, { service }: ServiceScope): void => {
  const protocol = trait(service, RESTJSON1);
  const versions = isObject(protocol) ? property(protocol, "http") : undefined;
  if (!Array.isArray(versions) || versions.length === 0 || versions.includes("http/1.1")) return;
  error(
    service.id,
    `found ${versions.join(", ")} as the only HTTP versions; only http/1.1 is supported`,
  );
};

/** Fine as long as another scheme is there to choose. */
const authSchemes = (
  { model, error, warning }: Scope,
  { service, operations }: ServiceScope,
): void => {
  const check = (on: ShapeId, schemes: readonly string[], isService: boolean): void => {
    const others = schemes.filter((id) => !isSupportedScheme(id));
    if (others.length === 0) return;
    const message = `found the auth schemes ${schemes.join(", ")}; ${others.join(", ")} is not supported`;
    if (others.length === schemes.length) error(on, message);
    else if (isService) warning(on, message);
  };
  check(service.id, namedSchemesOf(service) ?? schemeTraitsOf(service, model), true);
  for (const operation of operations) {
    const schemes = namedSchemesOf(operation);
    if (schemes && !hasTrait(operation, "optionalAuth")) check(operation.id, schemes, false);
  }
};

/** S3 differs from its model in too many ways. */
const s3 = ({ error }: Scope, { service, closure }: ServiceScope): void => {
  const sdkId = sdkIdOf(service);
  if (sdkId === "S3" || sdkId === "S3 Control")
    error(service.id, `found sdkId "${sdkId}"; the customizations of S3 are not supported`);

  for (const shape of closure) {
    if (!hasTrait(shape, "aws.customizations#s3UnwrappedXmlOutput")) continue;
    error(
      shape.id,
      "found the trait aws.customizations#s3UnwrappedXmlOutput, which is not supported",
    );
  }
};

const streamsOutsideOfPayloads = ({ model, error }: Scope, { closure }: ServiceScope): void => {
  for (const member of closure.flatMap(membersOf)) {
    if (!isStream(targetOf(model, member)) || hasTrait(member, "httpPayload")) continue;
    error(member.id, "found a stream that is no smithy.api#httpPayload, which is not supported");
  }
};

/** Lists and maps have no names in TypeScript: where they are used, all that they hold is written out. */
const DEEPEST_COLLECTION = 32;

const deepCollections = ({ model, error }: Scope, { closure }: ServiceScope): void => {
  const isCollection = (shape: Shape): shape is ListShape | MapShape =>
    shape.type === "list" || shape.type === "map";
  const collections = closure.filter(isCollection);
  const itemOf = (shape: ListShape | MapShape): Shape | undefined =>
    targetOf(model, shape.type === "list" ? shape.member : shape.value);
  const inner = new Set(collections.map(itemOf));
  for (const shape of collections.filter((each) => !inner.has(each))) {
    let depth = 0;
    for (let next: Shape | undefined = shape; next && isCollection(next); next = itemOf(next))
      if (++depth > DEEPEST_COLLECTION) break;

    if (depth <= DEEPEST_COLLECTION) continue;
    error(
      shape.id,
      `found lists or maps in one another more than ${DEEPEST_COLLECTION} deep, which is not supported`,
    );
  }
};

const compressions = ({ warning }: Scope, { operations }: ServiceScope): void => {
  for (const operation of operations) {
    const encodings = requestEncodingsOf(operation);
    if (encodings.length === 0 || encodings.includes("gzip")) continue;
    warning(
      operation.id,
      `found only the encodings ${encodings.join(", ")} in smithy.api#requestCompression; requests go uncompressed`,
    );
  }
};

/** Checksums of requests are of whole bodies: what is sent as it comes has none. */
const checksums = ({ model, warning }: Scope, { operations }: ServiceScope): void => {
  for (const operation of operations) {
    if (!sendsChecksum(operation)) continue;
    const members = [...(structureAt(model, operation.input)?.members.values() ?? [])];
    if (members.some((member) => isStream(targetOf(model, member)))) {
      warning(
        operation.id,
        "found a checksum of a streaming blob; none is sent unless the caller gives it",
      );
    }
  }
};
