import { customizationOf } from "../../customizations/customizations.js";
import { requestBindings } from "../../knowledge/bindings.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { literal } from "../../knowledge/typescript-names.js";
import { type OperationShape, structureOf } from "../../model/model.js";
import { hasMemberTrait, hasTrait, trait } from "../../model/traits.js";
import type { Imports } from "../imports.js";
import { RUNTIME } from "../packages.js";

/** What happens to a request once it is written: compression, then a checksum of what is sent. */
export const planPreparation = (
  knowledge: Knowledge,
  operation: OperationShape,
  imports: Imports,
): string | undefined => {
  const steps = [
    ...compression(knowledge, operation, imports),
    ...checksum(knowledge, operation, imports),
    ...ownStep(knowledge, operation, imports),
  ];
  const [first] = steps;
  // A call is done when the module loads: bundlers must know that they may drop it.
  if (steps.length < 2) return first?.endsWith(")") ? `/* @__PURE__ */ ${first}` : first;
  const calls = steps.map((step) => `await ${step}(request, config);`);
  return `async (request, config) => { ${calls.join(" ")} }`;
};

const compression = (
  { model }: Knowledge,
  operation: OperationShape,
  imports: Imports,
): string[] => {
  const { encodings = [] } = trait<{ encodings?: string[] }>(operation, "requestCompression") ?? {};
  if (!encodings.includes("gzip")) return [];
  const { payload } = requestBindings(model, operation);
  // The length of what is compressed on the way is not known before its end.
  const needsLength = payload !== undefined && hasMemberTrait(model, payload, "requiresLength");
  return [imports.value(needsLength ? "compressKnownLength" : "compressRequest", RUNTIME)];
};

/** What the service asks for beyond its model. */
const ownStep = (
  { model, service }: Knowledge,
  operation: OperationShape,
  imports: Imports,
): string[] => {
  const { prepareBody } = customizationOf(service);
  const { payload, body } = requestBindings(model, operation);
  return prepareBody !== undefined && (payload !== undefined || body.length > 0)
    ? [imports.value(prepareBody, RUNTIME)]
    : [];
};

const checksum = ({ model }: Knowledge, operation: OperationShape, imports: Imports): string[] => {
  const flexible = trait<{ requestAlgorithmMember?: string; requestChecksumRequired?: boolean }>(
    operation,
    "aws.protocols#httpChecksum",
  );
  const required = flexible?.requestChecksumRequired === true;
  if (flexible && (required || flexible.requestAlgorithmMember !== undefined)) {
    const member = structureOf(model, operation.input).members.get(
      flexible.requestAlgorithmMember ?? "",
    );
    // The algorithm that the caller chose has been written to its header by now.
    const header = member && trait<string>(member, "httpHeader");
    const options = [
      ...(header === undefined ? [] : [`algorithmHeader: ${literal(header.toLowerCase())}`]),
      `required: ${required}`,
    ];
    return [`${imports.value("addChecksum", RUNTIME)}({ ${options.join(", ")} })`];
  }
  return hasTrait(operation, "httpChecksumRequired")
    ? [imports.value("addContentMd5", RUNTIME)]
    : [];
};
