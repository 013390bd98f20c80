import type { Facts } from "../../facts/facts.js";
import { literal } from "../../typescript/names.js";
import type { OperationShape, Shape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import type { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../packages.js";

/** Schemes that the runtime signs with, in the order Smithy gives them where `auth` does not say. */
const SCHEMES: Record<string, (service: Shape, imports: Imports) => string> = {
  "aws.auth#sigv4": (service, imports) => {
    const { name } = trait<{ name: string }>(service, "aws.auth#sigv4") ?? { name: "" };
    return `${imports.value("sigV4", RUNTIME)}(${literal(name)})`;
  },
  "aws.auth#sigv4a": (service, imports) => {
    const { name } = trait<{ name: string }>(service, "aws.auth#sigv4a") ?? { name: "" };
    return `${imports.value("sigV4a", RUNTIME)}(${literal(name)})`;
  },
  "smithy.api#httpApiKeyAuth": (service, imports) => {
    const where = trait<{ name: string; in: string; scheme?: string }>(service, "httpApiKeyAuth");
    return `${imports.value("httpApiKeyAuth", RUNTIME)}(${literal(where)})`;
  },
  "smithy.api#httpBearerAuth": (_service, imports) =>
    `${imports.value("httpBearerAuth", RUNTIME)}()`,
};

/** The service's schemes, in order of preference, as code. */
export const serviceAuth = (facts: Facts, imports: Imports): string[] =>
  schemes(facts, facts.service, imports);

/** The operation's schemes where they differ from the service's. */
export const operationAuth = (
  facts: Facts,
  operation: OperationShape,
  imports: Imports,
): string[] | undefined => {
  const optional = hasTrait(operation, "optionalAuth");
  if (!hasTrait(operation, "auth") && !optional) return undefined;
  const list = schemes(facts, hasTrait(operation, "auth") ? operation : facts.service, imports);
  const none = imports.value("noAuth", RUNTIME);
  return optional && !list.includes(none) ? [...list, none] : list;
};

const schemes = ({ service }: Facts, on: Shape, imports: Imports): string[] => {
  const ids =
    trait<readonly string[]>(on, "auth") ??
    Object.keys(SCHEMES).filter((id) => hasTrait(service, id));
  const code = ids.flatMap((id) =>
    hasTrait(service, id) ? (SCHEMES[id]?.(service, imports) ?? []) : [],
  );
  return code.length > 0 ? code : [imports.value("noAuth", RUNTIME)];
};
