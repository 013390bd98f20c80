import type { Facts } from "../../facts/facts.js";
import type { Json, OperationShape, Shape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { runtime } from "../../typescript/runtime.js";
import { type Expression, call, literal, pureCall } from "../../typescript/tree.js";

/** A scheme that the runtime signs with: a call of one of its functions, or the function's name for none. */
interface Scheme {
  readonly by: Expression;
  readonly arguments: readonly Json[];
}

/** Schemes that the runtime signs with, in the order Smithy gives them where `auth` does not say. */
const SCHEMES: Record<string, (service: Shape) => Scheme> = {
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

const signingName = (service: Shape, scheme: string): string =>
  trait<{ name: string }>(service, scheme)?.name ?? "";

/** The service's schemes, in order of preference. */
export const serviceAuth = (facts: Facts): Expression[] => {
  const schemes = schemesOf(facts, facts.service);
  return schemes.length === 0
    ? [runtime.internal.noAuth]
    : schemes.map(({ by, arguments: args }) => pureCall(by, ...args.map((arg) => literal(arg))));
};

/** The operation's schemes where they differ from the service's. */
export const operationAuth = (
  facts: Facts,
  operation: OperationShape,
): Expression[] | undefined => {
  const optional = hasTrait(operation, "optionalAuth");
  if (!hasTrait(operation, "auth") && !optional) return undefined;
  const schemes = schemesOf(facts, hasTrait(operation, "auth") ? operation : facts.service).map(
    ({ by, arguments: args }) => call(by, ...args.map((arg) => literal(arg))),
  );
  return optional || schemes.length === 0 ? [...schemes, runtime.internal.noAuth] : schemes;
};

const schemesOf = ({ service }: Facts, on: Shape): Scheme[] => {
  const ids =
    trait<readonly string[]>(on, "auth") ??
    Object.keys(SCHEMES).filter((id) => hasTrait(service, id));
  return ids.flatMap((id) =>
    hasTrait(service, id) && Object.hasOwn(SCHEMES, id) ? (SCHEMES[id]?.(service) ?? []) : [],
  );
};
