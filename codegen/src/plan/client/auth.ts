import { NO_AUTH, hasOwnAuth, schemesOf } from "../../facts/auth-schemes.js";
import type { Facts } from "../../facts/facts.js";
import type { Json, OperationShape, ServiceShape, ShapeId } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { runtime } from "../../typescript/runtime.js";
import { type Expression, call, literal, pureCall } from "../../typescript/tree.js";

/** A function of the runtime that makes a scheme, and what it is given. */
interface Scheme {
  readonly by: Expression;
  readonly arguments: readonly Json[];
}

/** The schemes that the runtime knows, by their traits. */
const SCHEMES: Readonly<Record<ShapeId, (service: ServiceShape) => Scheme>> = {
  "aws.auth#sigv4": (service) => ({
    by: runtime.internal.sigV4,
    arguments: [signingName(service, "aws.auth#sigv4")],
  }),
  "aws.auth#sigv4a": (service) => ({
    by: runtime.internal.sigV4a,
    arguments: [signingName(service, "aws.auth#sigv4a")],
  }),
  "smithy.api#httpApiKeyAuth": (service) => ({
    by: runtime.internal.httpApiKeyAuth,
    arguments: [trait(service, "httpApiKeyAuth") ?? null],
  }),
  "smithy.api#httpBearerAuth": () => ({ by: runtime.internal.httpBearerAuth, arguments: [] }),
};

const signingName = (service: ServiceShape, scheme: ShapeId): string =>
  trait<{ name: string }>(service, scheme)?.name ?? "";

/** The service's schemes, in order of preference. A module makes them when it loads. */
export const serviceAuth = ({ service }: Facts): Expression[] =>
  made(service, schemesOf(service), pureCall);

/** The operation's schemes where they differ from the service's. */
export const operationAuth = (
  { service }: Facts,
  operation: OperationShape,
): Expression[] | undefined =>
  hasOwnAuth(operation) ? made(service, schemesOf(service, operation), call) : undefined;

const made = (
  service: ServiceShape,
  schemes: readonly ShapeId[],
  make: (by: Expression, ...args: readonly Expression[]) => Expression,
): Expression[] => {
  const known = schemes.flatMap((id) => {
    if (id === NO_AUTH) return [runtime.internal.noAuth];
    const scheme = Object.hasOwn(SCHEMES, id) ? SCHEMES[id]?.(service) : undefined;
    return scheme ? [make(scheme.by, ...scheme.arguments.map((arg) => literal(arg)))] : [];
  });
  return known.length > 0 ? known : [runtime.internal.noAuth];
};
