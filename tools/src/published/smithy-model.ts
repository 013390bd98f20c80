import { deref, translateTraits } from "@smithy/core/schema";
import type { OfficialClient, StaticSchema } from "./official-client.js";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Traits = Record<string, Json>;

/** A Smithy model in its JSON form, and the service in it. */
export interface SmithyModel {
  readonly ast: { readonly smithy: "2.0"; readonly shapes: Record<string, object> };
  readonly service: string;
}

/** Kinds of schemas, as the official runtime numbers them. */
const LIST = 1;
const MAP = 2;
const STRUCTURE = 3;
const UNION = 4;
const ERROR = -3;

/** What simple types become; of numbers the schemas say no more than that they are numbers. */
const SIMPLE: Readonly<Record<number, string>> = {
  0: "String",
  1: "Double",
  2: "Boolean",
  4: "Timestamp",
  15: "Document",
  17: "BigInteger",
  19: "BigDecimal",
  21: "Blob",
};
const TIMESTAMP_FORMATS: Readonly<Record<number, string>> = {
  5: "date-time",
  6: "http-date",
  7: "epoch-seconds",
};
const STREAMING_BLOB = 42;
const LIST_OF = 64;
const MAP_OF = 128;

/** Traits that say something by being there. */
const FLAGS = [
  "eventHeader",
  "eventPayload",
  "hostLabel",
  "httpLabel",
  "httpPayload",
  "httpQueryParams",
  "httpResponseCode",
  "idempotencyToken",
  "requiresLength",
  "sensitive",
  "sparse",
  "streaming",
];
/** Traits whose value is carried over as it is. */
const VALUES = [
  "error",
  "httpError",
  "httpHeader",
  "httpPrefixHeaders",
  "httpQuery",
  "jsonName",
  "mediaType",
];

/**
 * The Smithy model that an official client was generated from, as far as its schemas tell: what
 * decides about the wire is there; documentation, constraints and endpoint rules are not.
 */
export const smithyModelOf = (client: OfficialClient): SmithyModel => new Writer(client).write();

class Writer {
  readonly #shapes: Record<string, object> = {};
  readonly #written = new Map<unknown, string>();
  readonly #namespace: string;

  constructor(readonly client: OfficialClient) {
    const [operation] = Object.values(client.operations);
    if (operation === undefined) throw new Error(`${client.name} has no schemas.`);
    this.#namespace = operation[1] as string;
  }

  write(): SmithyModel {
    const operations = Object.values(this.client.operations).map((each) => ({
      target: this.#operation(each),
    }));
    const { serviceId, signingName, apiVersion } = settingsOf(this.client);
    const service = this.#free(`${serviceId.replaceAll(/\W/g, "")}Service`);
    this.#shapes[service] = {
      type: "service",
      version: apiVersion,
      operations,
      // Schemas do not tell which operation ends with which.
      errors: this.#errors().map((each) => ({ target: this.#target(each) })),
      traits: {
        "aws.api#service": { sdkId: serviceId },
        "aws.auth#sigv4": { name: signingName },
        "aws.protocols#restJson1": {},
      },
    };
    return { ast: { smithy: "2.0", shapes: this.#shapes }, service };
  }

  /** The schemas of errors; the one of the class that all extend has a namespace of its own. */
  #errors(): StaticSchema[] {
    return Object.values(this.client.exports).filter(
      (value): value is StaticSchema =>
        Array.isArray(value) &&
        value[0] === ERROR &&
        !String(value[1]).startsWith("smithy.ts.sdk.synthetic"),
    );
  }

  #operation([, , name, traits, input, output]: StaticSchema): string {
    const id = `${this.#namespace}#${String(name)}`;
    const { http, endpoint } = translateTraits(traits as never) as unknown as {
      http: [string, string, number];
      endpoint?: [string];
    };
    // Set first: a structure of the same name must make way.
    this.#shapes[id] = {};
    this.#shapes[id] = {
      type: "operation",
      input: { target: this.#target(input) },
      output: { target: this.#target(output) },
      traits: {
        "smithy.api#http": { method: http[0], uri: http[1], code: http[2] },
        ...(endpoint && { "smithy.api#endpoint": { hostPrefix: endpoint[0] } }),
      },
    };
    return id;
  }

  /** The shape that a reference stands for, written where it has not been. */
  #target(reference: unknown): string {
    const schema = deref(reference as never) as unknown;
    if (schema === "unit") return "smithy.api#Unit";
    if (typeof schema === "number") return this.#simple(schema);
    let id = this.#written.get(schema);
    if (id === undefined) {
      const [, namespace, name] = schema as StaticSchema;
      id = this.#free(String(name), String(namespace));
      this.#written.set(schema, id);
      this.#shapes[id] = {};
      this.#shapes[id] = this.#shape(schema as StaticSchema);
    }
    return id;
  }

  #simple(sentinel: number): string {
    const element = sentinel & 63;
    if (sentinel >= LIST_OF) {
      const of = this.#target(element);
      const isMap = sentinel >= MAP_OF;
      const id = `${this.#namespace}#${of.split("#")[1]}${isMap ? "Map" : "List"}Of`;
      this.#shapes[id] ??= isMap
        ? { type: "map", key: { target: "smithy.api#String" }, value: { target: of } }
        : { type: "list", member: { target: of } };
      return id;
    }
    const format = TIMESTAMP_FORMATS[element];
    if (format !== undefined) {
      const id = `${this.#namespace}#${format.replaceAll("-", "")}Timestamp`;
      this.#shapes[id] ??= {
        type: "timestamp",
        traits: { "smithy.api#timestampFormat": format },
      };
      return id;
    }
    if (element === STREAMING_BLOB) {
      const id = `${this.#namespace}#StreamingBlobOf`;
      this.#shapes[id] ??= { type: "blob", traits: { "smithy.api#streaming": {} } };
      return id;
    }
    const name = SIMPLE[element];
    if (name === undefined) throw new Error(`${this.client.name}: found the schema ${sentinel}.`);
    return `smithy.api#${name}`;
  }

  #shape([kind, , , traits, ...rest]: StaticSchema): object {
    const own = traitsOf(traits);
    switch (kind) {
      case 0: {
        const target = this.#target(rest[0]);
        const simple = this.#shapes[target] as { type: string; traits?: Traits } | undefined;
        return {
          type: simple?.type ?? lowerFirst(target.split("#")[1]!),
          traits: { ...simple?.traits, ...own },
        };
      }
      case LIST:
        return { type: "list", member: this.#member(rest[0]), traits: own };
      case MAP:
        return {
          type: "map",
          key: this.#member(rest[0]),
          value: this.#member(rest[1]),
          traits: own,
        };
      case STRUCTURE:
      case UNION:
      case ERROR: {
        const [names, members, required = 0] = rest as [string[], unknown[], number?];
        return {
          type: kind === UNION ? "union" : "structure",
          members: Object.fromEntries(
            names.map((name, index) => [
              name,
              this.#member(members[index], kind !== UNION && index < required),
            ]),
          ),
          traits: own,
        };
      }
      default:
        throw new Error(`${this.client.name}: found a schema of kind ${String(kind)}.`);
    }
  }

  #member(reference: unknown, isRequired = false): object {
    const [target, traits] = partsOf(reference);
    const own = traitsOf(traits);
    if (isRequired || "smithy.api#httpLabel" in own) own["smithy.api#required"] = {};
    // The schemas do not tell integers from other numbers; here it can be nothing else.
    const isStatus = "smithy.api#httpResponseCode" in own;
    return { target: isStatus ? "smithy.api#Integer" : this.#target(target), traits: own };
  }

  /** An id that nothing has yet: where structures are called as operations are, one must give way. */
  #free(name: string, namespace = this.#namespace): string {
    const id = `${namespace}#${name}`;
    return id in this.#shapes || name in this.client.operations
      ? this.#free(`${name}Shape`, namespace)
      : id;
  }
}

/** What a member refers to, and its own traits: a pair of them, or what it refers to alone. */
const partsOf = (member: unknown): readonly [target: unknown, traits: unknown] =>
  Array.isArray(member) && member.length === 2
    ? (member as unknown as [unknown, unknown])
    : [member, 0];

const traitsOf = (indicator: unknown): Traits => {
  const given = translateTraits((indicator ?? 0) as never) as unknown as Record<string, Json>;
  const result: Traits = {};
  for (const name of FLAGS) if (given[name]) result[`smithy.api#${name}`] = {};
  for (const name of VALUES)
    if (given[name] !== undefined) result[`smithy.api#${name}`] = given[name]!;

  return result;
};

/** What the client itself says of its service. */
const settingsOf = ({ Client }: OfficialClient) => {
  const { config } = new Client({ region: "us-east-1" } as never) as unknown as {
    config: { serviceId: string; apiVersion: string; defaultSigningName?: string };
  };
  const { serviceId, apiVersion, defaultSigningName = serviceId.toLowerCase() } = config;
  return { serviceId, apiVersion, signingName: defaultSigningName };
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
