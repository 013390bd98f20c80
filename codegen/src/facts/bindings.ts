import {
  type Member,
  type Model,
  type OperationShape,
  type StructureShape,
  structureOf,
} from "../model/model.js";
import { hasTrait, trait } from "../model/traits.js";

/** The `http` trait of an operation. */
export interface HttpTrait {
  readonly method: string;
  readonly uri: string;
  readonly code: number;
}

/** A piece of a URI path: fixed text, or a label. */
export type PathPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "label" | "greedy"; readonly member: string };

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

/** The `http` trait, which a validated operation has. */
export const httpOf = (operation: OperationShape): HttpTrait => {
  const http = trait<{ method: string; uri: string; code?: number }>(operation, "http");
  if (!http) throw new Error(`${operation.id} has no smithy.api#http trait.`);
  return { code: 200, ...http };
};

/** Path and literal query of a URI pattern. */
export const uriOf = (
  http: HttpTrait,
): { path: PathPart[]; query: [key: string, value: string][] } => {
  const [path = "", query = ""] = http.uri.split("?", 2);
  const parts = path.split(/(\{[^}]*\})/).filter(Boolean);
  return {
    path: parts.map((part): PathPart => {
      const label = /^\{([^}+]+)(\+?)\}$/.exec(part);
      return label
        ? { kind: label[2] ? "greedy" : "label", member: label[1] ?? "" }
        : { kind: "text", text: part };
    }),
    query: query
      .split("&")
      .filter(Boolean)
      .map((pair) => {
        const [key = "", value = ""] = pair.split("=", 2);
        return [key, value];
      }),
  };
};

/** Where the members of an operation's input travel. */
export const requestBindings = (model: Model, operation: OperationShape): Bindings =>
  bindingsOf(structure(model, operation.input), "request");

/** Where the members of an output or an error travel. */
export const responseBindings = (shape: StructureShape | undefined): Bindings =>
  bindingsOf(shape, "response");

/** A structure, or nothing for `smithy.api#Unit`. */
export const structure = (model: Model, id: string): StructureShape | undefined =>
  id === "smithy.api#Unit" ? undefined : structureOf(model, id);

const bindingsOf = (
  shape: StructureShape | undefined,
  direction: "request" | "response",
): Bindings => {
  const members = shape ? [...shape.members.values()] : [];
  const request = direction === "request";
  // Traits of the other direction are of no effect: a label in an output travels in the body.
  const at = (name: string, only: boolean) => (member: Member) => only && hasTrait(member, name);
  const isLabel = at("httpLabel", request);
  const isQuery = at("httpQuery", request);
  const isQueryParams = at("httpQueryParams", request);
  const isHeader = at("httpHeader", true);
  const isPrefix = at("httpPrefixHeaders", true);
  const isPayload = at("httpPayload", true);
  const isCode = at("httpResponseCode", !request);
  const bound = [isLabel, isQuery, isQueryParams, isHeader, isPrefix, isPayload, isCode];
  return {
    labels: members.filter(isLabel),
    query: members.filter(isQuery),
    queryParams: members.find(isQueryParams),
    headers: members.filter(isHeader),
    prefixHeaders: members.find(isPrefix),
    payload: members.find(isPayload),
    statusCode: members.find(isCode),
    body: members.filter((member) => !bound.some((is) => is(member))),
  };
};
