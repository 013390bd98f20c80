import { join } from "node:path";
import { type Json, type Model, dataShapeOf, loadModel, nameOf, trait } from "@wickr-admin/codegen";
import { repositoryFolder } from "./paths.js";
import { peerServiceOf } from "./peer/service.js";

/** An operation, an input for it and how the service answers. */
export interface OperationExample {
  readonly operation: string;
  readonly input: object;
  readonly status: number;
  /** The response's JSON. */
  readonly output: object;
}

interface ExampleTrait {
  readonly input?: Json;
  readonly output?: Json;
  readonly error?: Json;
}

/** The first example of a success of each operation of the model. */
export const operationExamples = (): OperationExample[] => {
  const { model } = loadModel([join(repositoryFolder, "model")]);
  return peerServiceOf(model).operations.map((operation) => {
    const examples = (trait(operation, "examples") ?? []) as readonly ExampleTrait[];
    const example = examples.find(({ error }) => error === undefined);
    const http = trait<{ method: string; uri: string; code?: number }>(operation, "http");
    if (!example) throw new Error(`${operation.id} has no example of a success.`);
    return {
      operation: nameOf(operation.id),
      input: typed(model, operation.input, example.input ?? {}) as object,
      status: http?.code ?? 200,
      output: (example.output ?? {}) as object,
    };
  });
};

/** The JSON of an example as the input of a command: timestamps become dates. */
const typed = (model: Model, id: string, value: Json): unknown => {
  const shape = dataShapeOf(model, id);
  if (shape.type === "timestamp")
    return new Date(typeof value === "number" ? value * 1000 : String(value));

  if (shape.type === "list" && Array.isArray(value))
    return value.map((item: Json) => typed(model, shape.member.target, item));

  if ((shape.type === "structure" || shape.type === "union") && isObject(value)) {
    const entries = Object.entries(value).map(([name, member]) => {
      const target = shape.members.get(name)?.target;
      return [name, target === undefined ? member : typed(model, target, member)];
    });
    return Object.fromEntries(entries);
  }
  return value;
};

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
