import { isObject, property } from "../model/json.js";
import type { Json, Member, Model, ShapeId } from "../model/model.js";
import { hasTrait, trait } from "../model/traits.js";
import type { Problem } from "../model/problem.js";
import { sortProblems } from "../model/problem.js";
import { membersOf } from "./references.js";
import { scopeOf, type Scope, type ServiceScope } from "./scope.js";

/**
 * What the generator does not support: it says so by name, and nothing is written.
 * This is the whole list, one function each.
 */
export const unsupported = (model: Model, serviceId: ShapeId): Problem[] => {
  const problems: Problem[] = [];
  const scope = scopeOf(model, serviceId, problems);
  for (const service of scope.services) {
    otherProtocols(scope, service);
    http2Only(scope, service);
    authSchemes(scope, service);
    s3(scope, service);
    streamsOutsideOfPayloads(scope, service);
    compressions(scope, service);
    checksums(scope, service);
  }
  return sortProblems(problems);
};

const RESTJSON1 = "aws.protocols#restJson1";

const otherProtocols = ({ model, error }: Scope, { service }: ServiceScope): void => {
  if (hasTrait(service, RESTJSON1)) return;
  const others = Object.keys(service.traits).filter(
    (id) =>
      /^(?:aws\.protocols|smithy\.protocols|alloy)#/.test(id) ||
      isDefinition(model, id, "protocol"),
  );
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

const SUPPORTED_AUTH: ReadonlySet<ShapeId> = new Set([
  "aws.auth#sigv4",
  "aws.auth#sigv4a",
  "smithy.api#httpApiKeyAuth",
  "smithy.api#httpBearerAuth",
  "smithy.api#noAuth",
]);
const OTHER_AUTH: ReadonlySet<ShapeId> = new Set([
  "smithy.api#httpBasicAuth",
  "smithy.api#httpDigestAuth",
]);

/** Fine as long as another scheme is there to choose. */
const authSchemes = (
  { model, error, warning }: Scope,
  { service, operations }: ServiceScope,
): void => {
  const onService = Object.keys(service.traits).filter(
    (id) => SUPPORTED_AUTH.has(id) || OTHER_AUTH.has(id) || isDefinition(model, id, "auth"),
  );
  const check = (on: ShapeId, schemes: readonly string[], isService: boolean): void => {
    const others = schemes.filter((id) => !SUPPORTED_AUTH.has(id));
    if (others.length === 0) return;
    const message = `found the auth schemes ${schemes.join(", ")}; ${others.join(", ")} is not supported`;
    if (others.length === schemes.length) error(on, message);
    else if (isService) warning(on, message);
  };
  check(service.id, authOf(trait(service, "auth")) ?? onService, true);
  for (const operation of operations) {
    const schemes = authOf(trait(operation, "auth"));
    if (schemes && !hasTrait(operation, "optionalAuth")) check(operation.id, schemes, false);
  }
};

const authOf = (value: Json | undefined): string[] | undefined =>
  Array.isArray(value) ? (value as Json[]).filter((item) => typeof item === "string") : undefined;

/** S3 differs from its model in too many ways. */
const s3 = ({ error }: Scope, { service, closure }: ServiceScope): void => {
  const api = trait(service, "aws.api#service");
  const sdkId = isObject(api) ? property(api, "sdkId") : undefined;
  if (sdkId === "S3" || sdkId === "S3 Control") {
    error(service.id, `found sdkId "${sdkId}"; the customizations of S3 are not supported`);
  }
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
    if (!isStream(model, member) || hasTrait(member, "httpPayload")) continue;
    error(member.id, "found a stream that is no smithy.api#httpPayload, which is not supported");
  }
};

const compressions = ({ warning }: Scope, { operations }: ServiceScope): void => {
  for (const operation of operations) {
    const compression = trait(operation, "requestCompression");
    const encodings = isObject(compression) ? property(compression, "encodings") : undefined;
    if (!Array.isArray(encodings) || encodings.length === 0 || encodings.includes("gzip")) continue;
    warning(
      operation.id,
      `found only the encodings ${encodings.join(", ")} in smithy.api#requestCompression; requests go uncompressed`,
    );
  }
};

/** Checksums of requests are of whole bodies: what is sent as it comes has none. */
const checksums = ({ model, warning }: Scope, { operations }: ServiceScope): void => {
  for (const operation of operations) {
    const flexible = trait(operation, "aws.protocols#httpChecksum");
    const asksForOne = isObject(flexible)
      ? property(flexible, "requestAlgorithmMember") !== undefined ||
        property(flexible, "requestChecksumRequired") === true
      : hasTrait(operation, "httpChecksumRequired");
    if (!asksForOne) continue;
    const input = model.shapes.get(operation.input);
    const streams =
      input !== undefined && membersOf(input).some((member) => isStream(model, member));
    if (streams) {
      warning(
        operation.id,
        "found a checksum of a streaming blob; none is sent unless the caller gives it",
      );
    }
  }
};

const isStream = (model: Model, { target }: Member): boolean => {
  const shape = model.shapes.get(target);
  return (shape?.type === "blob" || shape?.type === "union") && hasTrait(shape, "streaming");
};

/** Whether the model itself defines the trait as a protocol or auth scheme. */
const isDefinition = (model: Model, id: ShapeId, kind: "auth" | "protocol"): boolean => {
  const shape = model.shapes.get(id);
  return shape !== undefined && hasTrait(shape, `${kind}Definition`);
};
