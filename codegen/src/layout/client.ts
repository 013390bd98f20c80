import type { Facts } from "../facts/facts.js";
import { camelCase, declarationName } from "../typescript/names.js";
import { type OperationShape, type ShapeId, dataShapeOf, nameOf } from "../model/model.js";
import { hasTrait } from "../model/traits.js";
import { type ImportSymbol, symbolOf } from "../typescript/symbols.js";

// Where the things of the client package are declared, and what they are called.

const MODELS = "client/src/models/index.ts";

/** The type of a structure, union or enum; of an error, its class. */
export const typeSymbol = ({ model, names }: Facts, id: ShapeId): ImportSymbol => {
  const type = names.type(id);
  const shape = dataShapeOf(model, id);
  if (hasTrait(shape, "error")) return symbolOf(type, errorFile(type));
  return shape.type === "enum" || shape.type === "intEnum"
    ? symbolOf(type, ENUMS_FILE, MODELS)
    : symbolOf(type, STRUCTURES_FILE, MODELS);
};

export const ENUMS_FILE = "client/src/models/enums.ts";
export const STRUCTURES_FILE = "client/src/models/structures.ts";

/** The file of an error's class. */
export const errorFile = (type: string): string => `client/src/errors/${type}.ts`;

/** The base of the service's errors. */
export const exceptionSymbol = ({ names }: Facts): ImportSymbol =>
  symbolOf(names.exception, errorFile(names.exception));

/** The function that makes an error of a response. */
export const errorReaderSymbol = (facts: Facts, id: ShapeId): ImportSymbol =>
  symbolOf(`read${facts.names.type(id)}`, errorReaderFile(facts, id));

/** The file of that function. Some file systems could take it for the file of an error `Read…`. */
export const errorReaderFile = (facts: Facts, id: ShapeId): string => {
  const type = facts.names.type(id);
  return errorFile(`${errorTypes(facts).has(`Read${type}`) ? "_" : ""}read${type}`);
};

/** The types of a service's errors, gathered once. */
const errorTypes = (facts: Facts): ReadonlySet<string> => {
  let types = known.get(facts);
  if (!types) {
    const errors = facts.shapes.filter((shape) => hasTrait(shape, "error"));
    types = new Set(errors.map(({ id }) => facts.names.type(id)));
    known.set(facts, types);
  }
  return types;
};

const known = new WeakMap<Facts, ReadonlySet<string>>();

/** The file of a shape's codec. */
export const codecFile = ({ names }: Facts, id: ShapeId): string =>
  `client/src/codecs/${names.type(id)}.ts`;

/** The function that reads, writes or redacts values of a shape: `readUser`. */
export const codecSymbol = (
  facts: Facts,
  verb: "read" | "write" | "redact",
  id: ShapeId,
): ImportSymbol => symbolOf(verb + facts.names.type(id), codecFile(facts, id));

/** The file that reads and writes a union's events. */
export const eventsFile = ({ names }: Facts, id: ShapeId): string =>
  `client/src/events/${names.type(id)}.ts`;

/** The readers of a union's events, the function that writes one, or the errors that end it. */
export const eventsSymbol = (
  facts: Facts,
  what: "read" | "write" | "errorsOf",
  id: ShapeId,
): ImportSymbol => symbolOf(what + facts.names.type(id), eventsFile(facts, id));

/** The client that sends commands. */
export const clientSymbol = ({ names }: Facts): ImportSymbol =>
  symbolOf(names.client, `client/src/${names.client}.ts`);

/** The file of the client that has a method for every command. */
export const aggregatedFile = ({ names }: Facts): string => {
  const isTaken =
    names.service.toLowerCase() === "endpoint" || names.service.toLowerCase() === "index";
  return `client/src/${isTaken ? "_" : ""}${names.service}.ts`;
};

/** The file of the endpoint rules. */
export const ENDPOINT_FILE = "client/src/endpoint.ts";

export const resolveEndpointSymbol: ImportSymbol = symbolOf("resolveEndpoint", ENDPOINT_FILE);

/** What the endpoint follows from. */
export const endpointParametersSymbol: ImportSymbol = symbolOf("EndpointParameters", ENDPOINT_FILE);

/** The names of a command, and the file that declares them. */
export interface CommandSymbols {
  readonly file: string;
  readonly command: ImportSymbol;
  readonly input: ImportSymbol;
  readonly output: ImportSymbol;
  /** The constant that holds the operation. */
  readonly constant: string;
}

/** What the module of a command calls something else. */
const TAKEN_CONSTANTS: ReadonlySet<string> = new Set(["input", "members"]);

const constantOf = (operation: OperationShape): string => {
  const name = declarationName(camelCase(nameOf(operation.id)));
  return TAKEN_CONSTANTS.has(name) ? `_${name}` : name;
};

export const commandSymbols = (operation: OperationShape): CommandSymbols => {
  const command = `${nameOf(operation.id)}Command`;
  const file = `client/src/commands/${command}.ts`;
  return {
    file,
    command: symbolOf(command, file),
    input: symbolOf(`${command}Input`, file),
    output: symbolOf(`${command}Output`, file),
    constant: constantOf(operation),
  };
};
