import { customizationOf } from "../../facts/customizations/customizations.js";
import { requestBindings } from "../../facts/bindings.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { literal } from "../../typescript/names.js";
import { type OperationShape, structureOf } from "../../model/model.js";
import { hasMemberTrait, hasTrait, trait } from "../../model/traits.js";
import type { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../../plan/packages.js";

/** What happens to a request once it is written: compression, then a checksum of what is sent. */
export const planPreparation = (
  facts: Facts,
  operation: OperationShape,
  imports: Imports,
): string | undefined => {
  const steps = [
    ...events(facts, operation, imports),
    ...compression(facts, operation, imports),
    ...checksumMode(facts, operation, imports),
    ...checksum(facts, operation, imports),
    ...ownStep(facts, operation, imports),
  ];
  const [first] = steps;
  // A call is done when the module loads: bundlers must know that they may drop it.
  if (steps.length < 2) return first?.endsWith(")") ? `/* @__PURE__ */ ${first}` : first;
  const calls = steps.map((step) => `await ${step}(request, config);`);
  return `async (request, config) => { ${calls.join(" ")} }`;
};

const compression = ({ model }: Facts, operation: OperationShape, imports: Imports): string[] => {
  const { encodings = [] } = trait<{ encodings?: string[] }>(operation, "requestCompression") ?? {};
  if (!encodings.includes("gzip")) return [];
  const { payload } = requestBindings(model, operation);
  // The length of what is compressed on the way is not known before its end.
  const needsLength = payload !== undefined && hasMemberTrait(model, payload, "requiresLength");
  return [imports.value(needsLength ? "compressKnownLength" : "compressRequest", RUNTIME)];
};

const events = ({ model }: Facts, operation: OperationShape, imports: Imports): string[] =>
  eventsOf(model, requestBindings(model, operation).payload)
    ? [imports.value("encodeEvents", RUNTIME)]
    : [];

/** What the service asks for beyond its model. */
const ownStep = (
  { model, service }: Facts,
  operation: OperationShape,
  imports: Imports,
): string[] => {
  const { prepareBody } = customizationOf(service);
  const { payload, body } = requestBindings(model, operation);
  return prepareBody !== undefined && (payload !== undefined || body.length > 0)
    ? [imports.value(prepareBody, RUNTIME)]
    : [];
};

/** What is checked of a response: its checksum, where the operation has one for it. */
export const planVerification = (
  facts: Facts,
  operation: OperationShape,
  imports: Imports,
): string | undefined => {
  const mode = modeHeaderOf(facts, operation);
  if (mode === undefined) return undefined;
  const { responseAlgorithms = [] } = flexibleOf(operation) ?? {};
  const algorithms = responseAlgorithms.map(literal).join(", ");
  return `/* @__PURE__ */ ${imports.value("verifyChecksum", RUNTIME)}(${literal(mode)}, [${algorithms}])`;
};

const checksumMode = (facts: Facts, operation: OperationShape, imports: Imports): string[] => {
  const mode = modeHeaderOf(facts, operation);
  return mode === undefined
    ? []
    : [`${imports.value("requestChecksumMode", RUNTIME)}(${literal(mode)})`];
};

type FlexibleChecksum = {
  readonly requestAlgorithmMember?: string;
  readonly requestChecksumRequired?: boolean;
  readonly requestValidationModeMember?: string;
  readonly responseAlgorithms?: readonly string[];
};

const flexibleOf = (operation: OperationShape) =>
  trait<FlexibleChecksum>(operation, "aws.protocols#httpChecksum");

/** The header that asks for the checksum of a response. */
const modeHeaderOf = ({ model }: Facts, operation: OperationShape): string | undefined => {
  const { requestValidationModeMember: name, responseAlgorithms } = flexibleOf(operation) ?? {};
  if (name === undefined || responseAlgorithms === undefined) return undefined;
  const member = structureOf(model, operation.input).members.get(name);
  return member && trait<string>(member, "httpHeader")?.toLowerCase();
};

const checksum = ({ model }: Facts, operation: OperationShape, imports: Imports): string[] => {
  const flexible = flexibleOf(operation);
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
