import { isObject, property } from "../model/json.js";
import {
  type Member,
  type Model,
  type OperationShape,
  type StructureShape,
  structureOf,
} from "../model/model.js";
import { hasTrait, trait } from "../model/traits.js";
import { type PathPart, type UriPattern, pathPartsOf, uriPatternOf } from "./uri-pattern.js";

/** The trait that says how an operation is called over HTTP. */
export const HTTP = "smithy.api#http";

/** The `http` trait of an operation. */
export interface HttpTrait {
  readonly method: string;
  readonly uri: string;
  readonly code: number;
}

/** As much of the `http` trait as the operation has. */
export const httpTraitOf = (operation: OperationShape): Partial<HttpTrait> => {
  const http = trait(operation, HTTP);
  if (!isObject(http)) return {};
  const method = property(http, "method");
  const uri = property(http, "uri");
  const code = property(http, "code");
  return {
    ...(typeof method === "string" && { method }),
    ...(typeof uri === "string" && { uri }),
    ...(typeof code === "number" && { code }),
  };
};

/** The `http` trait, which a validated operation has. */
export const httpOf = (operation: OperationShape): HttpTrait => {
  const { method, uri, code = 200 } = httpTraitOf(operation);
  if (method === undefined || uri === undefined)
    throw new Error(`${operation.id} has no ${HTTP} trait.`);
  return { method, uri, code };
};

/** The URI pattern of an operation. */
export const patternOfUri = (operation: OperationShape): UriPattern | undefined => {
  const { uri } = httpTraitOf(operation);
  return uri === undefined ? undefined : uriPatternOf(uri);
};

/** Path and literal query of a URI pattern. */
export const uriOf = (
  http: HttpTrait,
): { path: PathPart[]; query: [key: string, value: string][] } => {
  const pattern = uriPatternOf(http.uri);
  return { path: pathPartsOf(pattern), query: pattern.query.map(([key, value]) => [key, value]) };
};

/** The two sides of a call. */
export type Direction = "request" | "response";

/** A trait that takes a member out of the body. */
export interface BindingTrait {
  readonly name: string;
  /** Where the member travels then. */
  readonly place: BindingPlace;
  /** The other direction takes no notice: a label in an output travels in the body. */
  readonly directions: readonly Direction[];
  /** Whether one member of a message has it at most. */
  readonly isExclusive: boolean;
}

/** A place of a message beside the JSON document. */
export type BindingPlace =
  | "label"
  | "query"
  | "queryParams"
  | "header"
  | "prefixHeaders"
  | "payload"
  | "statusCode";

const binding = (
  name: string,
  place: BindingPlace,
  directions: readonly Direction[],
  isExclusive = false,
): BindingTrait => ({ name, place, directions, isExclusive });

/** All HTTP binding traits. */
export const BINDING_TRAITS: readonly BindingTrait[] = [
  binding("httpLabel", "label", ["request"]),
  binding("httpQuery", "query", ["request"]),
  binding("httpQueryParams", "queryParams", ["request"], true),
  binding("httpHeader", "header", ["request", "response"]),
  binding("httpPrefixHeaders", "prefixHeaders", ["request", "response"], true),
  binding("httpPayload", "payload", ["request", "response"], true),
  binding("httpResponseCode", "statusCode", ["response"], true),
];

/** The binding traits that count in a direction. */
export const bindingTraitsOf = (direction: Direction): readonly BindingTrait[] =>
  BINDING_TRAITS.filter(({ directions }) => directions.includes(direction));

/** The first binding trait of a member, whatever the direction; undefined where it travels in the body. */
export const bindingOf = (member: Member): BindingTrait | undefined =>
  BINDING_TRAITS.find(({ name }) => hasTrait(member, name));

/** The name that the member has in its place: of a header, a query parameter or a prefix. */
export const boundNameOf = (member: Member, { name }: BindingTrait): string | undefined => {
  const value = trait(member, name);
  return typeof value === "string" ? value : undefined;
};

/** Where the members of a request or a response travel; each member stands in one place only. */
export interface Bindings {
  readonly labels: readonly Member[];
  readonly query: readonly Member[];
  readonly queryParams: Member | undefined;
  readonly headers: readonly Member[];
  readonly prefixHeaders: Member | undefined;
  readonly payload: Member | undefined;
  readonly statusCode: Member | undefined;
  /** Members of the JSON document. */
  readonly body: readonly Member[];
}

/** Where the members of an operation's input travel. */
export const requestBindings = (model: Model, operation: OperationShape): Bindings =>
  bindingsOf(structure(model, operation.input), "request");

/** Where the members of an output or an error travel. */
export const responseBindings = (shape: StructureShape | undefined): Bindings =>
  bindingsOf(shape, "response");

/** A structure, or nothing for `smithy.api#Unit`. */
export const structure = (model: Model, id: string): StructureShape | undefined =>
  id === "smithy.api#Unit" ? undefined : structureOf(model, id);

/** Bindings that were worked out before, by structure. */
const known: Readonly<Record<Direction, WeakMap<StructureShape, Bindings>>> = {
  request: new WeakMap(),
  response: new WeakMap(),
};

const bindingsOf = (shape: StructureShape | undefined, direction: Direction): Bindings => {
  if (!shape) return bindingsAmong([], direction);
  let bindings = known[direction].get(shape);
  if (!bindings) {
    bindings = bindingsAmong([...shape.members.values()], direction);
    known[direction].set(shape, bindings);
  }
  return bindings;
};

const bindingsAmong = (members: readonly Member[], direction: Direction): Bindings => {
  const traits = bindingTraitsOf(direction);
  const places = members.map((member) => traits.find(({ name }) => hasTrait(member, name))?.place);
  const at = (place: BindingPlace | undefined) =>
    members.filter((_, index) => places[index] === place);
  return {
    labels: at("label"),
    query: at("query"),
    queryParams: at("queryParams")[0],
    headers: at("header"),
    prefixHeaders: at("prefixHeaders")[0],
    payload: at("payload")[0],
    statusCode: at("statusCode")[0],
    body: at(undefined),
  };
};
