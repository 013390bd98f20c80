import {
  type Model,
  type OperationShape,
  type ResourceShape,
  type ServiceShape,
  type StructureShape,
  nameOf,
  namespaceOf,
  operationOf,
  shapeOf,
  structureOf,
  trait,
} from "@wickr-admin/codegen";

/** What the peer's files say about the service as a whole. */
export interface PeerService {
  readonly model: Model;
  readonly namespace: string;
  /** The service shape's name. */
  readonly shapeName: string;
  /** The prefix of `<name>Client` and `<name>ServiceException`. */
  readonly name: string;
  readonly sdkId: string;
  readonly version: string;
  readonly endpointPrefix: string;
  readonly signingName: string;
  /** Sorted by name. */
  readonly operations: readonly OperationShape[];
  /** Sorted by name. */
  readonly errors: readonly StructureShape[];
  /** The defaults of every operation's `paginated` trait. */
  readonly paginated: PaginatedTrait;
}

/** The `paginated` trait. */
export interface PaginatedTrait {
  readonly inputToken?: string;
  readonly outputToken?: string;
  readonly pageSize?: string;
}

/** The model's only service. */
export const peerServiceOf = (model: Model): PeerService => {
  const [service, ...others] = [...model.shapes.values()].filter(
    (shape): shape is ServiceShape => shape.type === "service",
  );
  if (!service || others.length > 0) throw new Error("Expected the model to have one service.");

  const api = trait<{ sdkId: string; endpointPrefix: string }>(service, "aws.api#service");
  const sigv4 = trait<{ name: string }>(service, "aws.auth#sigv4");
  if (!api || !sigv4) throw new Error(`${service.id} needs aws.api#service and aws.auth#sigv4.`);

  const operations = sorted(operationIds(model, service).map((id) => operationOf(model, id)));
  const errorIds = new Set([...service.errors, ...operations.flatMap(({ errors }) => errors)]);
  return {
    model,
    namespace: namespaceOf(service.id),
    shapeName: nameOf(service.id),
    name: api.sdkId.replaceAll(/\W/g, ""),
    sdkId: api.sdkId,
    version: service.version,
    endpointPrefix: api.endpointPrefix,
    signingName: sigv4.name,
    operations,
    errors: sorted([...errorIds].map((id) => structureOf(model, id))),
    paginated: (trait(service, "paginated") as PaginatedTrait | undefined) ?? {},
  };
};

const operationIds = (model: Model, owner: ServiceShape | ResourceShape): string[] => {
  const own =
    owner.type === "service"
      ? owner.operations
      : [...Object.values(owner.lifecycle), ...owner.operations, ...owner.collectionOperations];
  const nested = owner.resources.flatMap((id) => {
    const resource = shapeOf(model, id);
    return resource.type === "resource" ? operationIds(model, resource) : [];
  });
  return [...new Set([...own, ...nested])];
};

const sorted = <T extends { id: string }>(shapes: readonly T[]): T[] =>
  [...shapes].sort((a, b) => (nameOf(a.id) < nameOf(b.id) ? -1 : 1));
