import { holdsBigNumbers } from "./big-json.js";
import { type BodyKind, bodyKindOf } from "./body-kind.js";
import { splitHeader } from "./header-list.js";
import type { ServerRequest } from "./http.js";
import { checkAccept, checkContentType } from "./negotiate.js";
import { type Path, malformed } from "./problem.js";
import { getOwn, isProperties, setOwn } from "./properties.js";
import { readEvents } from "./read-events.js";
import { type Field, type Position, compileField, defaultOf, readFields } from "./read-json.js";
import { parseJson, readPayload } from "./read-payload.js";
import { type TextPlace, type TextReader, textReaderOf } from "./read-text.js";
import { resolve, traitOf } from "./resolve.js";
import type { FieldSchema, ListSchema, OperationSchema } from "./schema.js";

/** The parts of a request that a member may be read from. */
interface Parts {
  readonly labels: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
  readonly request: ServerRequest;
}

/** Reads one member; undefined where the request has none. */
type PartReader = (parts: Parts, path: Path) => unknown;

/** An operation's request, prepared for reading. */
interface RequestPlan {
  readonly body: BodyKind;
  readonly output: BodyKind;
  readonly document: readonly Field[];
  readonly parts: readonly { readonly field: FieldSchema; readonly read: PartReader }[];
  readonly bigNumbers: boolean;
}

const plans = new WeakMap<OperationSchema, RequestPlan>();

/**
 * Decodes a request to the operation's input. Constraints are not looked at here.
 *
 * @param defaults - Whether members that the request leaves out get the defaults of the model.
 * @throws RequestProblem - 400 `SerializationException`, 406 or 415, as Smithy's servers do.
 */
export const readRequest = (
  operation: OperationSchema,
  request: ServerRequest,
  labels: ReadonlyMap<string, string>,
  query: URLSearchParams,
  defaults = true,
): object => {
  let plan = plans.get(operation);
  if (!plan) plans.set(operation, (plan = compile(operation)));
  checkAccept(request, operation.output, plan.output);
  checkContentType(request, operation.input, plan.body);
  try {
    return readInput(plan, { labels, query, request }, defaults);
  } catch (error) {
    // Nesting that the engine itself cannot take.
    if (error instanceof RangeError) throw malformed([], "less nesting");
    throw error;
  }
};

const compile = (operation: OperationSchema): RequestPlan => {
  const body = bodyKindOf(operation.input, "request");
  return {
    body,
    output: bodyKindOf(operation.output, "response"),
    document: body.kind === "document" ? body.members.map(compileField) : [],
    parts: (operation.input?.members ?? []).flatMap((field) => {
      const read = partReader(field);
      return read ? [{ field, read }] : [];
    }),
    bigNumbers: operation.input !== undefined && holdsBigNumbers(operation.input),
  };
};

const readInput = (plan: RequestPlan, parts: Parts, defaults: boolean): object => {
  const input = {};
  const path: Path = [];
  const at: Position = { path, defaults };
  for (const { field, read } of plan.parts) {
    path.push(field.name);
    const value = read(parts, path) ?? defaultOf(field, at);
    if (value !== undefined) setOwn(input, field.name, value);
    path.pop();
  }
  const { body } = plan;
  if (body.kind === "none") return input;
  if (body.kind === "document") {
    // Operations without members in the body do not care what is in it.
    const json =
      plan.document.length === 0 ? undefined : parseJson(parts.request.body, plan.bigNumbers);
    if (json !== undefined && !isProperties(json)) throw malformed(path, "a JSON object");
    return readFields(plan.document, json ?? {}, at, input);
  }
  path.push(body.member.name);
  if (body.kind === "events") {
    setOwn(input, body.member.name, readEvents(body.union, parts.request.body, at));
    return input;
  }
  // An empty body is no payload, unless there must be one.
  const isThere =
    parts.request.body.length > 0 || (body.kind === "bytes" && body.member.required === true);
  const payload =
    (isThere ? readPayload(body, parts.request.body, plan.bigNumbers, at) : undefined) ??
    defaultOf(body.member, at);
  if (payload !== undefined) setOwn(input, body.member.name, payload);
  return input;
};

/** How a member outside the body is read; undefined for members of the body. */
const partReader = (field: FieldSchema): PartReader | undefined => {
  const name = field.as ?? field.name;
  switch (field.in) {
    case "label": {
      const read = textReaderOf(field, "label");
      return ({ labels }, path) => {
        const text = labels.get(field.name);
        return text === undefined ? undefined : read(text, path);
      };
    }
    case "query": {
      const list = listOf(field, "query");
      const read = textReaderOf(field, "query");
      return ({ query }, path) => {
        if (list)
          return query.has(name) ? readItems(query.getAll(name), list.read, path) : undefined;
        const text = query.get(name);
        return text === null ? undefined : read(text, path);
      };
    }
    case "queryParams":
      return queryParamsReader(field);
    case "header":
      return headerReader(field, name.toLowerCase());
    case "prefixHeaders": {
      const prefix = name.toLowerCase();
      return ({ request }) => {
        const headers = {};
        for (const [header, text] of Object.entries(request.headers))
          if (header.startsWith(prefix)) setOwn(headers, header.slice(prefix.length), text);

        return Object.keys(headers).length > 0 ? headers : undefined;
      };
    }
    default:
      return undefined;
  }
};

/** The reader of a list's items; undefined for members that are no lists. */
const listOf = (
  field: FieldSchema,
  place: TextPlace,
): { readonly schema: ListSchema; readonly read: TextReader } | undefined => {
  const schema = resolve(field.target);
  return schema.type === "list" ? { schema, read: textReaderOf(schema.member, place) } : undefined;
};

const readItems = (texts: readonly string[], read: TextReader, path: Path): unknown[] =>
  texts.map((text, index) => read(text, [...path, index]));

/** All parameters, those bound to other members included. */
const queryParamsReader = (field: FieldSchema): PartReader => {
  const map = resolve(field.target);
  const lists = map.type === "map" && resolve(map.value.target).type === "list";
  return ({ query }) => {
    const params = {};
    for (const name of query.keys())
      setOwn(params, name, lists ? query.getAll(name) : query.get(name));
    return Object.keys(params).length > 0 ? params : undefined;
  };
};

const headerReader = (field: FieldSchema, name: string): PartReader => {
  const list = listOf(field, "header");
  const read = textReaderOf(field, "header");
  const isDates =
    list !== undefined &&
    resolve(list.schema.member.target).type === "timestamp" &&
    (traitOf(list.schema.member, "timestampFormat") ?? "http-date") === "http-date";
  return ({ request }, path) => {
    const text = getOwn(request.headers, name);
    if (typeof text !== "string") return undefined;
    if (!list) return read(text, path);
    return readItems(splitHeader(text, isDates ? "http-date" : "text"), list.read, path);
  };
};
