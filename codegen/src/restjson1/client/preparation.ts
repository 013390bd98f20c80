import { requestBindings } from "../../facts/bindings.js";
import { customizationOf } from "../../facts/customizations/customizations.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { type OperationShape, structureOf } from "../../model/model.js";
import { hasMemberTrait, hasTrait, trait } from "../../model/traits.js";
import { runtime } from "../../typescript/runtime.js";
import {
  type Expression,
  array,
  arrow,
  awaited,
  call,
  entry,
  literal,
  local,
  object,
  pureCall,
  run,
} from "../../typescript/tree.js";

/** A function that changes a request: one of the runtime's, or what a call of one gives. */
interface Step {
  readonly step: Expression;
  /** The same where the module makes it when it loads: bundlers must know that they may drop it. */
  readonly once: Expression;
}

const plain = (step: Expression): Step => ({ step, once: step });

const made = (by: Expression, ...args: readonly Expression[]): Step => ({
  step: call(by, ...args),
  once: pureCall(by, ...args),
});

/** What happens to a request once it is written: compression, then a checksum of what is sent. */
export const preparationOf = (facts: Facts, operation: OperationShape): Expression | undefined => {
  const steps = [
    ...events(facts, operation),
    ...compression(facts, operation),
    ...checksumMode(facts, operation),
    ...checksum(facts, operation),
    ...ownStep(facts, operation),
  ];
  if (steps.length < 2) return steps[0]?.once;
  const request = { hint: "request" };
  const config = { hint: "config" };
  const calls = steps.map(({ step }) => run(awaited(call(step, local(request), local(config)))));
  return arrow([request, config], calls, { async: true });
};

const compression = ({ model }: Facts, operation: OperationShape): Step[] => {
  const { encodings = [] } = trait<{ encodings?: string[] }>(operation, "requestCompression") ?? {};
  if (!encodings.includes("gzip")) return [];
  const { payload } = requestBindings(model, operation);
  // The length of what is compressed on the way is not known before its end.
  const needsLength = payload !== undefined && hasMemberTrait(model, payload, "requiresLength");
  const { compressKnownLength, compressRequest } = runtime.internal;
  return [plain(needsLength ? compressKnownLength : compressRequest)];
};

const events = ({ model }: Facts, operation: OperationShape): Step[] =>
  eventsOf(model, requestBindings(model, operation).payload)
    ? [plain(runtime.internal.encodeEvents)]
    : [];

/** What the service asks for beyond its model. */
const ownStep = ({ model, service }: Facts, operation: OperationShape): Step[] => {
  const { prepareBody } = customizationOf(service);
  const { payload, body } = requestBindings(model, operation);
  return prepareBody !== undefined && (payload !== undefined || body.length > 0)
    ? [plain(runtime.internal[prepareBody])]
    : [];
};

/** What is checked of a response: its checksum, where the operation has one for it. */
export const verificationOf = (facts: Facts, operation: OperationShape): Expression | undefined => {
  const mode = modeHeaderOf(facts, operation);
  if (mode === undefined) return undefined;
  const { responseAlgorithms = [] } = flexibleOf(operation) ?? {};
  const algorithms = array(responseAlgorithms.map((each) => literal(each)));
  return pureCall(runtime.internal.verifyChecksum, literal(mode), algorithms);
};

const checksumMode = (facts: Facts, operation: OperationShape): Step[] => {
  const mode = modeHeaderOf(facts, operation);
  return mode === undefined ? [] : [made(runtime.internal.requestChecksumMode, literal(mode))];
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

const checksum = ({ model }: Facts, operation: OperationShape): Step[] => {
  const flexible = flexibleOf(operation);
  const required = flexible?.requestChecksumRequired === true;
  if (flexible && (required || flexible.requestAlgorithmMember !== undefined)) {
    const member = structureOf(model, operation.input).members.get(
      flexible.requestAlgorithmMember ?? "",
    );
    // The algorithm that the caller chose has been written to its header by now.
    const header = member && trait<string>(member, "httpHeader");
    const options = object([
      ...(header === undefined ? [] : [entry("algorithmHeader", literal(header.toLowerCase()))]),
      entry("required", literal(required)),
    ]);
    return [made(runtime.internal.addChecksum, options)];
  }
  return hasTrait(operation, "httpChecksumRequired") ? [plain(runtime.internal.addContentMd5)] : [];
};
