import type { Json } from "@wickr-admin/codegen";
import { WICKR_NAMESPACE } from "@wickr-admin/test-support/wickr-model";
import type { WireFacts } from "./facts/facts.js";

/** What is said of each thing, by its shape id as the model's differences name it: `ns#Shape$member`. */
export type Units = ReadonlyMap<string, Json>;

/** The published facts, one for each thing that has a shape id. */
export const publishedUnits = ({ service, operations, shapes, errors }: WireFacts): Units => {
  const units = new Map<string, Json>();
  const add = (name: string, fact: unknown): void => {
    units.set(`${WICKR_NAMESPACE}#${name}`, fact as Json);
  };
  const { serviceShape, protocol, ...rest } = service;
  add(serviceShape, { ...rest, protocols: [protocol], errors: [] });
  for (const [name, facts] of Object.entries(operations))
    add(name, { ...facts, errors: [...facts.errors].sort() });

  for (const [name, { members = {}, values = {}, ...facts }] of Object.entries(shapes)) {
    add(name, facts);
    for (const [key, fact] of Object.entries({ ...members, ...values }))
      add(`${name}$${key}`, fact);
  }
  for (const [name, { members, ...facts }] of Object.entries(errors)) {
    add(name, { type: "structure", ...facts });
    for (const [key, fact] of Object.entries(members)) add(`${name}$${key}`, fact);
  }
  return units;
};
