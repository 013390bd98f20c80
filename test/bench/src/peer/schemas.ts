import {
  type DataShape,
  type Member,
  type OperationShape,
  type SimpleType,
  type StructureShape,
  type Traits,
  dataShapeOf,
  hasTrait,
  nameOf,
  trait,
} from "@wickr-admin/codegen";
import { Constants } from "./constants.js";
import type { PeerService } from "./service.js";
import { traitsLiteral } from "./traits.js";

const UNIT = "smithy.api#Unit";

/** What the official runtime's schemas call the simple types. */
const SIMPLE: Readonly<Record<SimpleType | "enum" | "intEnum", number>> = {
  string: 0,
  enum: 0,
  intEnum: 1,
  byte: 1,
  short: 1,
  integer: 1,
  long: 1,
  float: 1,
  double: 1,
  boolean: 2,
  timestamp: 4,
  document: 15,
  bigInteger: 17,
  bigDecimal: 19,
  blob: 21,
};
const TIMESTAMPS: Readonly<Record<string, number>> = {
  "date-time": 5,
  "http-date": 6,
  "epoch-seconds": 7,
};

/** `schemas/schemas_0.js`: the model as tuples, which the official runtime interprets. */
export const schemasFile = (service: PeerService): string => new SchemasFile(service).text();

class SchemasFile {
  readonly #constants = new Constants();
  readonly #declarations = new Map<string, string>();

  constructor(readonly service: PeerService) {}

  text(): string {
    const { namespace, name, errors, operations } = this.service;
    const exception = `${name}ServiceException`;
    const errorSchemas = errors.map((error) => this.#error(error));
    const operationSchemas = operations.map((operation) => this.#operation(operation));
    const synthetic = `smithy.ts.sdk.synthetic.${namespace}`;
    return [
      this.#constants.declarations(),
      `const n0 = ${JSON.stringify(namespace)};`,
      `const _s = ${JSON.stringify(synthetic)};`,
      `import { TypeRegistry } from "@smithy/core/schema";`,
      `import { ${errors.map(({ id }) => nameOf(id)).join(", ")} } from "../models/errors";`,
      `import { ${exception} } from "../models/${exception}";`,
      `const _s_registry = new TypeRegistry(_s);`,
      `export var ${exception}$ = [-3, _s, "${exception}", 0, [], []];`,
      `_s_registry.registerError(${exception}$, ${exception});`,
      `const n0_registry = new TypeRegistry(n0);`,
      ...errorSchemas,
      `export const errorTypeRegistries = [_s_registry, n0_registry];`,
      ...this.#declarations.values(),
      ...operationSchemas,
      "",
    ].join("\n");
  }

  #operation(operation: OperationShape): string {
    const http = trait<{ method: string; uri: string; code?: number }>(operation, "http");
    if (!http) throw new Error(`${operation.id} has no http trait.`);
    const route = JSON.stringify([http.method, http.uri, http.code ?? 200]);
    const name = nameOf(operation.id);
    const constants = this.#constants;
    return `export var ${name}$ = [9, n0, ${constants.of(name)}, { [${constants.of("http")}]: ${route} }, ${this.#io(operation.input)}, ${this.#io(operation.output)}];`;
  }

  #io(id: string): string {
    return id === UNIT ? `() => "unit"` : this.#reference(id, {});
  }

  #error(shape: StructureShape): string {
    const name = nameOf(shape.id);
    const constants = this.#constants;
    const fault = String(trait(shape, "error"));
    const code = trait(shape, "httpError") ?? (fault === "client" ? 400 : 500);
    const traits = `{ [${constants.of("error")}]: ${constants.of(fault)}, [${constants.of("httpError")}]: ${JSON.stringify(code)} }`;
    return [
      `export var ${name}$ = [-3, n0, ${constants.of(name)}, ${traits}, ${this.#members(shape)}];`,
      `n0_registry.registerError(${name}$, ${name});`,
    ].join("\n");
  }

  /** Names, schemas and the number of required members, which come first. */
  #members(shape: StructureShape): string {
    const all = [...shape.members.values()];
    const required = all.filter((member) => hasTrait(member, "required"));
    const members = [...required, ...all.filter((member) => !hasTrait(member, "required"))];
    const names = members.map(({ name }) => this.#constants.of(name)).join(", ");
    const schemas = members.map((member) => this.#member(member)).join(", ");
    return `[${names}], [${schemas}]${required.length > 0 ? `, ${required.length}` : ""}`;
  }

  #member(member: Member): string {
    const schema = this.#reference(member.target, member.traits);
    const traits = traitsLiteral(member.traits, this.#constants);
    return traits === "0" ? schema : `[${schema}, ${traits}]`;
  }

  /** A number for what is simple, else a function, since schemas may be recursive. */
  #reference(id: string, memberTraits: Traits): string {
    const shape = dataShapeOf(this.service.model, id);
    const traits = traitsLiteral(shape.traits, this.#constants);
    if (isSimple(shape)) {
      const format = trait({ traits: { ...shape.traits, ...memberTraits } }, "timestampFormat");
      const number = (format && TIMESTAMPS[String(format)]) || SIMPLE[shape.type];
      if (traits === "0") return String(number);
      this.#declare(id, (name) => `[0, n0, ${name}, ${traits}, ${number}]`);
    } else if (shape.type === "list") {
      const item = this.#member(shape.member);
      if (traits === "0" && /^\d+$/.test(item)) return `64 | ${item}`;
      this.#declare(id, (name) => `[1, n0, ${name}, ${traits}, ${item}]`);
    } else if (shape.type === "map") {
      const value = this.#member(shape.value);
      if (traits === "0" && /^\d+$/.test(value)) return `128 | ${value}`;
      const key = this.#member(shape.key);
      this.#declare(id, (name) => `[2, n0, ${name}, ${traits}, ${key}, ${value}]`);
    } else {
      const kind = shape.type === "union" ? 4 : 3;
      this.#declare(id, (name) => `[${kind}, n0, ${name}, ${traits}, ${this.#members(shape)}]`);
    }
    return `() => ${variableOf(shape)}`;
  }

  #declare(id: string, schema: (name: string) => string): void {
    if (this.#declarations.has(id)) return;
    // Held first, so that a recursive shape finds itself.
    this.#declarations.set(id, "");
    const shape = dataShapeOf(this.service.model, id);
    const literal = schema(this.#constants.of(nameOf(id)));
    this.#declarations.set(
      id,
      `${isStructure(shape) ? "export " : ""}var ${variableOf(shape)} = ${literal};`,
    );
  }
}

const isSimple = (shape: DataShape): shape is Extract<DataShape, { type: keyof typeof SIMPLE }> =>
  shape.type in SIMPLE;

const isStructure = (shape: DataShape): boolean =>
  shape.type === "structure" || shape.type === "union";

/** Structures are exported, with a `$`; other shapes are not. */
const variableOf = (shape: DataShape): string =>
  isStructure(shape) ? `${nameOf(shape.id)}$` : nameOf(shape.id);
