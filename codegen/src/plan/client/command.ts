import { functionOf } from "../../restjson1/client/function-names.js";
import { contextParametersOf } from "../../endpoints/context-parameters.js";
import { requestBindings, responseBindings, structure } from "../../facts/bindings.js";
import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { isRequired } from "../../facts/members.js";
import { camelCase, declarationName, literal, literalKey } from "../../typescript/names.js";
import {
  type OperationShape,
  type ShapeId,
  type StructureShape,
  nameOf,
  structureOf,
} from "../../model/model.js";
import { hasMemberTrait } from "../../model/traits.js";
import { docComment, docOf, docText } from "../../typescript/documentation.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../packages.js";
import { operationAuth } from "./auth.js";
import { commandExample } from "./example.js";
import { readsExactly } from "../../restjson1/client/exact-numbers.js";
import { JsonCode } from "../../restjson1/client/json.js";
import { planPreparation, planVerification } from "../../restjson1/client/preparation.js";
import { redactions } from "./redaction.js";
import { planRequest } from "../../restjson1/client/request.js";
import { payloadKind, planResponse } from "../../restjson1/client/response.js";
import { deprecationOf } from "./type-expression.js";

const codecModule = (type: string) => `../codecs/${type}.js`;

/** The module of one command: its class, its types, and the functions that speak HTTP for it. */
export const planCommand = (
  facts: Facts,
  operation: OperationShape,
  sensitive: ReadonlySet<ShapeId>,
): PlannedFile => {
  const { model, names, service } = facts;
  const imports = new Imports();
  const exact = readsExactly(facts, operation);
  const json = new JsonCode(facts, imports, codecModule, exact);
  const name = nameOf(operation.id);
  const input = structure(model, operation.input);
  const output = structure(model, operation.output);
  const errors = [...new Set([...operation.errors, ...service.errors])].map((id) =>
    structureOf(model, id),
  );
  const response = responseBindings(output);
  imports.value("Command", RUNTIME);
  imports.type("Operation", RUNTIME);
  imports.type("MetadataBearer", "@smithy/types");
  const redact = (shape: StructureShape | undefined) => {
    const list = redactions(
      facts,
      [...(shape?.members.values() ?? [])],
      sensitive,
      imports,
      codecModule,
    );
    return list.length > 0 && list;
  };
  const plan = {
    operation: literal(name),
    command: `${name}Command`,
    constant: declarationName(camelCase(name)),
    doc: docComment(
      [docOf(operation)],
      [
        ...commandExample(facts, operation),
        ...errors.map((error) =>
          `@throws {@link ${names.type(error.id)}} ${firstSentence(docOf(error))}`.trimEnd(),
        ),
        `@throws {@link ${names.exception}} For every other answer that is not a success.`,
        ...deprecationOf(operation),
      ],
    ),
    input: shapeType(
      facts,
      input,
      requestBindings(model, operation).payload,
      "StreamingBlobPayloadInputTypes",
      imports,
    ),
    output: shapeType(facts, output, response.payload, "StreamingBlobPayloadOutputTypes", imports),
    optionalInput: [...(input?.members.values() ?? [])].every((member) => !isRequired(member)),
    request: planRequest(facts, operation, json, imports),
    endpointParameters: planEndpointParameters(facts, operation, imports),
    prepare: planPreparation(facts, operation, imports),
    verify: planVerification(facts, operation, imports),
    payload: payloadKind(facts, response.payload),
    parse: exact && imports.value("parseExact", RUNTIME),
    response: planResponse(facts, response, json, imports),
    errors: errors.map((error) => {
      const type = names.type(error.id);
      return {
        name: literalKey(nameOf(error.id)),
        reader: imports.value(functionOf("read", type), `../errors/read${type}.js`),
      };
    }),
    redactInput: redact(input),
    redactOutput: redact(output),
    sendsEvents: eventsOf(model, requestBindings(model, operation).payload) !== undefined,
    auth: operationAuth(facts, operation, imports),
  };
  return {
    path: `client/src/commands/${name}Command.ts`,
    template: "client/command",
    plan: { ...plan, imports: imports.list() },
  };
};

/** What the call tells the endpoint rules. */
const planEndpointParameters = (
  { model, service }: Facts,
  operation: OperationShape,
  imports: Imports,
) => {
  const parameters = contextParametersOf(model, service, operation);
  for (const helper of parameters.flatMap(({ helpers }) => helpers)) {
    imports.value(helper, `${RUNTIME}/waiter`);
  }
  return (
    parameters.length > 0 && {
      usesInput: parameters.some(({ code }) => /\binput\b/.test(code)),
      list: parameters.map(({ name, code }) => ({ key: literalKey(name), value: code })),
    }
  );
};

/** The first sentence of a documentation, on one line. */
const firstSentence = (doc: string | undefined): string => {
  const text = docText(doc ?? "").replaceAll(/\s+/g, " ");
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
};

/** What the command's input or output type extends; a streaming payload has other types in each direction. */
const shapeType = (
  facts: Facts,
  shape: StructureShape | undefined,
  payload: ReturnType<typeof requestBindings>["payload"],
  stream: string,
  imports: Imports,
) => {
  if (!shape) return { extends: undefined, stream: undefined };
  const type = imports.type(facts.names.type(shape.id), "../models/index.js");
  const isBlob =
    payload !== undefined &&
    hasMemberTrait(facts.model, payload, "streaming") &&
    eventsOf(facts.model, payload) === undefined;
  if (!isBlob) return { extends: type, stream: undefined };
  imports.type(stream, "@smithy/types");
  const key = literal(payload.name);
  return {
    extends: `Omit<${type}, ${key}>`,
    stream: isRequired(payload) ? `${key}: ${stream}` : `${key}?: ${stream} | undefined`,
  };
};
