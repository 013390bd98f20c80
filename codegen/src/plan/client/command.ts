import { compileContextParameters } from "../../endpoints/parameters.js";
import { requestBindings, responseBindings, structure } from "../../facts/bindings.js";
import { errorIdsOf, errorsByStatus } from "../../facts/errors.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { isRequired } from "../../facts/members.js";
import { commandSymbols, errorReaderSymbol, typeSymbol } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { redactions } from "../../layout/redactions.js";
import { deprecationOf, docOf } from "../../layout/types.js";
import {
  type Member,
  type OperationShape,
  type ShapeId,
  type StructureShape,
  nameOf,
  structureOf,
} from "../../model/model.js";
import { hasMemberTrait } from "../../model/traits.js";
import { readsExactly } from "../../restjson1/client/exact-numbers.js";
import { preparationOf, verificationOf } from "../../restjson1/client/preparation.js";
import { writeRequest } from "../../restjson1/client/request.js";
import { payloadKind, readResponse } from "../../restjson1/client/response.js";
import { documentation, firstSentence, link, tag } from "../../typescript/documentation.js";
import { smithy } from "../../typescript/runtime.js";
import type { ImportSymbol } from "../../typescript/symbols.js";
import { type Type, apply, keyword } from "../../typescript/tree.js";
import { usesName } from "../../typescript/tree-queries.js";
import { operationAuth } from "./auth.js";
import { commandExample } from "./example.js";

/** The module of one command: its class, its types, and the functions that speak HTTP for it. */
export const planCommand = (
  facts: Facts,
  operation: OperationShape,
  sensitive: ReadonlySet<ShapeId>,
): PlannedFile => {
  const { model, service } = facts;
  const exact = readsExactly(facts, operation);
  const symbols = commandSymbols(operation);
  const input = structure(model, operation.input);
  const output = structure(model, operation.output);
  const errors = errorIdsOf(service, operation).map((id) => structureOf(model, id));
  const request = requestBindings(model, operation);
  const response = responseBindings(output);
  const redact = (shape: StructureShape | undefined) => {
    const list = redactions(facts, [...(shape?.members.values() ?? [])], sensitive);
    return list.length > 0 && list;
  };
  return {
    path: symbols.file,
    template: "client/command",
    declares: [
      symbols.command.name,
      symbols.input.name,
      symbols.output.name,
      symbols.constant,
      "members",
    ],
    plan: {
      operation: nameOf(operation.id),
      command: symbols.command.name,
      constant: symbols.constant,
      documentation: documentation(
        [docOf(operation)],
        [
          ...commandExample(facts, operation),
          ...errors.map((error) => {
            const sentence = firstSentence(docOf(error));
            return tag("throws", link(facts.names.type(error.id)), ` ${sentence}`);
          }),
          tag(
            "throws",
            link(facts.names.exception),
            " For every other answer that is not a success.",
          ),
          ...deprecationOf(operation),
        ],
      ),
      input: shapeType(facts, input, request.payload, smithy.StreamingBlobPayloadInputTypes),
      output: shapeType(facts, output, response.payload, smithy.StreamingBlobPayloadOutputTypes),
      optionalInput: [...(input?.members.values() ?? [])].every((member) => !isRequired(member)),
      request: writeRequest(facts, operation),
      endpointParameters: endpointParameters(facts, operation),
      prepare: preparationOf(facts, operation),
      verify: verificationOf(facts, operation),
      payload: payloadKind(facts, response.payload),
      parsesExactly: exact,
      response: readResponse(facts, response, { exact }),
      errors: errors.map((error) => ({
        name: nameOf(error.id),
        reader: errorReaderSymbol(facts, error.id),
      })),
      errorsByStatus: errorsByStatus(model, service, operation).map(([status, error]) => ({
        status,
        reader: errorReaderSymbol(facts, error.id),
      })),
      redactInput: redact(input),
      redactOutput: redact(output),
      sendsEvents: eventsOf(model, request.payload) !== undefined,
      auth: operationAuth(facts, operation),
    },
  };
};

/** What the call tells the endpoint rules. */
const endpointParameters = ({ model, service }: Facts, operation: OperationShape) => {
  const parameters = compileContextParameters(model, service, operation);
  return (
    parameters.length > 0 && {
      usesInput: parameters.some(({ value }) => usesName(value, "input")),
      list: parameters,
    }
  );
};

/** What the command's input or output type extends; a streaming payload has other types in each direction. */
const shapeType = (
  facts: Facts,
  shape: StructureShape | undefined,
  payload: Member | undefined,
  stream: ImportSymbol,
): { readonly extends: Type | undefined; readonly stream: object | undefined } => {
  if (!shape) return { extends: undefined, stream: undefined };
  const type = typeSymbol(facts, shape.id);
  const isBlob =
    payload !== undefined &&
    hasMemberTrait(facts.model, payload, "streaming") &&
    eventsOf(facts.model, payload) === undefined;
  if (!isBlob) return { extends: type, stream: undefined };
  return {
    extends: apply(keyword("Omit"), type, { kind: "literal", value: payload.name }),
    stream: { name: payload.name, isOptional: !isRequired(payload), type: stream },
  };
};
