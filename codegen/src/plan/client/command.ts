import { functionOf } from "./function-names.js";
import { contextParametersOf } from "../../endpoints/context-parameters.js";
import { requestBindings, responseBindings, structure } from "../../knowledge/bindings.js";
import { eventsOf } from "../../knowledge/event-streams.js";
import type { Knowledge } from "../../knowledge/knowledge.js";
import { isRequired } from "../../knowledge/members.js";
import {
  camelCase,
  declarationName,
  literal,
  literalKey,
} from "../../knowledge/typescript-names.js";
import {
  type OperationShape,
  type ShapeId,
  type StructureShape,
  nameOf,
  structureOf,
} from "../../model/model.js";
import { hasMemberTrait } from "../../model/traits.js";
import { docComment, docOf, docText } from "../documentation.js";
import type { PlannedFile } from "../file.js";
import { Imports } from "../imports.js";
import { RUNTIME } from "../packages.js";
import { operationAuth } from "./auth.js";
import { commandExample } from "./example.js";
import { readsExactly } from "./exact-numbers.js";
import { JsonCode } from "./json.js";
import { planPreparation, planVerification } from "./preparation.js";
import { redactions } from "./redaction.js";
import { planRequest } from "./request.js";
import { payloadKind, planResponse } from "./response.js";
import { deprecationOf } from "./type-expression.js";

const codecModule = (type: string) => `../codecs/${type}.js`;

/** The module of one command: its class, its types, and the functions that speak HTTP for it. */
export const planCommand = (
  knowledge: Knowledge,
  operation: OperationShape,
  sensitive: ReadonlySet<ShapeId>,
): PlannedFile => {
  const { model, names, service } = knowledge;
  const imports = new Imports();
  const exact = readsExactly(knowledge, operation);
  const json = new JsonCode(knowledge, imports, codecModule, exact);
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
      knowledge,
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
        ...commandExample(knowledge, operation),
        ...errors.map((error) =>
          `@throws {@link ${names.type(error.id)}} ${firstSentence(docOf(error))}`.trimEnd(),
        ),
        `@throws {@link ${names.exception}} For every other answer that is not a success.`,
        ...deprecationOf(operation),
      ],
    ),
    input: shapeType(
      knowledge,
      input,
      requestBindings(model, operation).payload,
      "StreamingBlobPayloadInputTypes",
      imports,
    ),
    output: shapeType(
      knowledge,
      output,
      response.payload,
      "StreamingBlobPayloadOutputTypes",
      imports,
    ),
    optionalInput: [...(input?.members.values() ?? [])].every((member) => !isRequired(member)),
    request: planRequest(knowledge, operation, json, imports),
    endpointParameters: planEndpointParameters(knowledge, operation, imports),
    prepare: planPreparation(knowledge, operation, imports),
    verify: planVerification(knowledge, operation, imports),
    payload: payloadKind(knowledge, response.payload),
    parse: exact && imports.value("parseExact", RUNTIME),
    response: planResponse(knowledge, response, json, imports),
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
    auth: operationAuth(knowledge, operation, imports),
  };
  return {
    path: `client/src/commands/${name}Command.ts`,
    template: "client/command",
    plan: { ...plan, imports: imports.list() },
  };
};

/** What the call tells the endpoint rules. */
const planEndpointParameters = (
  { model, service }: Knowledge,
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
  knowledge: Knowledge,
  shape: StructureShape | undefined,
  payload: ReturnType<typeof requestBindings>["payload"],
  stream: string,
  imports: Imports,
) => {
  if (!shape) return { extends: undefined, stream: undefined };
  const type = imports.type(knowledge.names.type(shape.id), "../models/index.js");
  const isBlob =
    payload !== undefined &&
    hasMemberTrait(knowledge.model, payload, "streaming") &&
    eventsOf(knowledge.model, payload) === undefined;
  if (!isBlob) return { extends: type, stream: undefined };
  imports.type(stream, "@smithy/types");
  const key = literal(payload.name);
  return {
    extends: `Omit<${type}, ${key}>`,
    stream: isRequired(payload) ? `${key}: ${stream}` : `${key}?: ${stream} | undefined`,
  };
};
