import type { Model, ServiceShape, ShapeId } from "../model/model.js";
import { hasTrait } from "../model/traits.js";

/** The protocol that this generator writes. */
export const RESTJSON1 = "aws.protocols#restJson1";

/** Namespaces whose traits are protocols, as far as their names tell. */
const PROTOCOLS =
  /^(?:aws\.protocols#(?:restJson|restXml|awsJson|awsQuery|ec2Query)|(?:smithy\.protocols|alloy)#)/;

/** Whether the trait stands for a protocol, by its name or since the model defines it as one. */
export const isProtocol = (trait: ShapeId, model?: Model): boolean =>
  (PROTOCOLS.test(trait) && !trait.endsWith("QueryCompatible")) ||
  (model !== undefined && isDefinition(model, trait, "protocol"));

/** The protocols that a service speaks. */
export const protocolsOf = (service: ServiceShape, model?: Model): ShapeId[] =>
  Object.keys(service.traits).filter((trait) => isProtocol(trait, model));

/** Whether the model itself defines the trait as a protocol or a way to authenticate. */
export const isDefinition = (model: Model, id: ShapeId, kind: "auth" | "protocol"): boolean => {
  const shape = model.shapes.get(id);
  return shape !== undefined && hasTrait(shape, `${kind}Definition`);
};
