import { AwsRestJsonProtocol } from "@aws-sdk/core/protocols";
import { ServiceException } from "@smithy/core/client";
import { TypeRegistry } from "@smithy/core/schema";
import { HttpResponse } from "@smithy/core/transport";
import type { HttpRequest } from "@smithy/types";
import {
  nameOf,
  namespaceOf,
  trait,
  type Model,
  type OperationShape,
  type ShapeId,
} from "@wickr-admin/codegen";
import type { CannedResponse } from "@wickr-admin/test-support/canned-handler";
import { serviceOf, serviceOperations } from "@wickr-admin/test-support/service-operations";
import { shapeOf } from "@wickr-admin/codegen";
import { Schemas } from "./schemas.js";

const ENDPOINT = { protocol: "https:", hostname: "example.com", path: "/" };

/** What the official runtime makes of a model: its requests, outputs and errors. */
export class OfficialPeer {
  readonly #schemas: Schemas;
  readonly #protocol: AwsRestJsonProtocol;
  readonly #context = { endpoint: async () => ENDPOINT } as never;

  constructor(model: Model, serviceId: ShapeId) {
    this.#schemas = new Schemas(model);
    const namespace = namespaceOf(serviceId);
    const synthetic = `smithy.ts.sdk.synthetic.${namespace}`;
    const base = TypeRegistry.for(synthetic);
    base.registerError(
      [-3, synthetic, "PeerServiceException", 0, [], []],
      ServiceException as never,
    );
    const errors = TypeRegistry.for(namespace);
    for (const id of errorsOf(model, serviceId))
      errors.registerError(this.#schemas.error(id) as never, errorClass(model, id) as never);

    this.#protocol = new AwsRestJsonProtocol({
      defaultNamespace: namespace,
      errorTypeRegistries: [base, errors],
    });
    this.#protocol.setSerdeContext({} as never);
  }

  /** The request it makes of an input. */
  async request(operation: OperationShape, input: object): Promise<HttpRequest> {
    const schema = this.#schemas.operation(operation);
    return this.#protocol.serializeRequest(schema as never, input as never, this.#context);
  }

  /** The output it reads from a response; rejects with the exception where it is an error. */
  async output(operation: OperationShape, response: CannedResponse): Promise<object> {
    const { statusCode, headers = {}, body } = response;
    return this.#protocol.deserializeResponse(
      this.#schemas.operation(operation) as never,
      this.#context,
      new HttpResponse({
        statusCode,
        headers: { ...headers },
        body: typeof body === "string" ? new TextEncoder().encode(body) : body,
      }) as never,
    );
  }
}

const errorsOf = (model: Model, serviceId: ShapeId): Set<ShapeId> => {
  const operations = serviceOperations(model, serviceId);
  return new Set([
    ...serviceOf(model, serviceId).errors,
    ...operations.flatMap(({ errors }) => errors),
  ]);
};

/** A class as the official generator writes one for a modeled error. */
const errorClass = (model: Model, id: ShapeId): unknown => {
  const name = nameOf(id);
  const $fault = trait<"client" | "server">(shapeOf(model, id), "error")!;
  return class extends ServiceException {
    override readonly name = name;
    override readonly $fault = $fault;
    constructor(options: object) {
      super({ name, $fault, $metadata: {}, ...options });
    }
  };
};
