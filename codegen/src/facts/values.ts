import { describeJson, isObject, property, type JsonObject } from "../model/json.js";
import type {
  Json,
  ListShape,
  MapShape,
  Member,
  Model,
  ShapeId,
  SimpleType,
  StructureShape,
} from "../model/model.js";
import { hasTrait, memberTrait } from "../model/traits.js";
import { type Bounds, boundsOf } from "./constraints.js";
import { enumValuesOf, listedValuesOf } from "./enums.js";
import { compilePattern } from "./patterns.js";

/** A place where a JSON value does not fit its shape. */
export interface Misfit {
  /** From the root: `users[0].name`; empty for the root itself. */
  readonly path: string;
  readonly kind: "type" | "unknown" | "missing" | "constraint";
  readonly message: string;
}

/** Where a JSON value, written as Smithy writes values of shapes, does not fit the shape. */
export const misfitsOf = (model: Model, shape: ShapeId, value: Json): Misfit[] => [
  ...ofShape(model, shape, value, ""),
  ...ofConstraints(model, { target: shape, traits: {} }, value, ""),
];

/** As `misfitsOf`, with the constraints that the member itself adds. */
export const memberMisfitsOf = (model: Model, member: Member, value: Json): Misfit[] =>
  ofMember(model, member, value, "");

/** Where a value stands in a message: `input.user.names[0]`. */
export const placeOf = (part: string, { path }: Misfit): string =>
  path === "" || path.startsWith("[") ? `${part}${path}` : `${part}.${path}`;

const ofMember = (model: Model, member: Member, value: Json, path: string): Misfit[] => {
  const found = ofShape(model, member.target, value, path);
  if (found.some(({ kind }) => kind === "type")) return found;
  return [...found, ...ofConstraints(model, member, value, path)];
};

const ofShape = (model: Model, id: ShapeId, value: Json, path: string): Misfit[] => {
  const shape = model.shapes.get(id);
  if (!shape) return [];
  switch (shape.type) {
    case "structure":
      return isObject(value)
        ? ofStructure(model, shape, value, path)
        : [wrongType(value, path, "an object")];
    case "union":
      return isObject(value)
        ? ofUnion(model, shape, value, path)
        : [wrongType(value, path, "an object")];
    case "list":
      return Array.isArray(value)
        ? ofList(model, shape, value as readonly Json[], path)
        : [wrongType(value, path, "a list")];
    case "map":
      return isObject(value)
        ? ofMap(model, shape, value, path)
        : [wrongType(value, path, "an object")];
    case "enum":
      return typeof value === "string" ? [] : [wrongType(value, path, "a string")];
    case "intEnum":
      return Number.isInteger(value) ? [] : [wrongType(value, path, "an integer")];
    case "operation":
    case "resource":
    case "service":
      return [];
    default: {
      const expected = expectedOf(shape.type, value);
      return expected === undefined ? [] : [wrongType(value, path, expected)];
    }
  }
};

const wrongType = (value: Json, path: string, expected: string): Misfit => ({
  kind: "type",
  path,
  message: `found ${describeJson(value)}, expected ${expected}`,
});

const INTEGER_BITS: Readonly<Partial<Record<SimpleType, number>>> = {
  byte: 8,
  short: 16,
  integer: 32,
  long: 64,
};

/** What the value should be; undefined where it is that. */
const expectedOf = (type: SimpleType, value: Json): string | undefined => {
  const unless = (isFit: boolean, expected: string) => (isFit ? undefined : expected);
  switch (type) {
    case "string":
    case "blob":
      return unless(typeof value === "string", "a string");
    case "boolean":
      return unless(typeof value === "boolean", "true or false");
    case "byte":
    case "short":
    case "integer":
    case "long": {
      if (typeof value !== "number" || !Number.isInteger(value)) return "an integer";
      const bits = INTEGER_BITS[type] ?? 64;
      const limit = 2 ** (bits - 1);
      const isFit = value >= -limit && value <= limit - (type === "long" ? 0 : 1);
      return unless(isFit, `an integer of ${bits} bits`);
    }
    case "float":
    case "double":
      return unless(
        typeof value === "number" || ["NaN", "Infinity", "-Infinity"].includes(value as string),
        `a number, "NaN", "Infinity" or "-Infinity"`,
      );
    case "bigInteger":
      return unless(
        Number.isInteger(value) || (typeof value === "string" && /^-?\d+$/.test(value)),
        "an integer",
      );
    case "bigDecimal":
      return unless(
        typeof value === "number" ||
          (typeof value === "string" && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)),
        "a number",
      );
    case "timestamp":
      if (typeof value === "string")
        return unless(!Number.isNaN(Date.parse(value)), "a time that exists");

      return unless(typeof value === "number", "a timestamp");
    case "document":
      return undefined;
  }
};

const ofStructure = (
  model: Model,
  shape: StructureShape,
  value: JsonObject,
  path: string,
): Misfit[] => [
  ...Object.entries(value).flatMap(([name, item]) =>
    item === null && shape.members.has(name) ? [] : ofNamed(model, shape, name, item, path),
  ),
  ...[...shape.members.values()].flatMap((member): Misfit[] => {
    const item = property(value, member.name);
    if (!hasTrait(member, "required") || (item !== undefined && item !== null)) return [];
    // The client makes up a token, and knows the default.
    if (hasTrait(member, "idempotencyToken") || hasTrait(member, "default")) return [];
    if (item === null && isDocument(model, member)) return [];
    const message = `found nothing, but ${shape.id} requires it`;
    return [{ kind: "missing", path: join(path, member.name), message }];
  }),
];

const ofUnion = (
  model: Model,
  shape: StructureShape,
  value: JsonObject,
  path: string,
): Misfit[] => {
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  const found = entries.flatMap(([name, item]) => ofNamed(model, shape, name, item, path));
  if (entries.length === 1) return found;
  const message = `found ${entries.length} members, expected one of union ${shape.id}`;
  return [...found, { kind: "type", path, message }];
};

const ofNamed = (
  model: Model,
  shape: StructureShape,
  name: string,
  item: Json,
  path: string,
): Misfit[] => {
  const member = shape.members.get(name);
  if (member) return ofMember(model, member, item, join(path, name));
  const message = `found a member that ${shape.id} does not have`;
  return [{ kind: "unknown", path: join(path, name), message }];
};

const ofList = (model: Model, shape: ListShape, value: readonly Json[], path: string): Misfit[] => {
  const takesNull = hasTrait(shape, "sparse") || isDocument(model, shape.member);
  const found = value.flatMap((item, index) =>
    ofItem(model, shape, shape.member, item, `${path}[${index}]`, takesNull),
  );
  return hasTrait(shape, "uniqueItems") ? [...found, ...ofRepeated(value, path)] : found;
};

const ofRepeated = (value: readonly Json[], path: string): Misfit[] => {
  const seen = new Set<string>();
  return value.flatMap((item, index): Misfit[] => {
    const text = JSON.stringify(item);
    if (!seen.has(text)) {
      seen.add(text);
      return [];
    }
    const message = "found an item twice, expected unique items";
    return [{ kind: "constraint", path: `${path}[${index}]`, message }];
  });
};

const ofMap = (model: Model, shape: MapShape, value: JsonObject, path: string): Misfit[] => {
  const takesNull = hasTrait(shape, "sparse") || isDocument(model, shape.value);
  return Object.entries(value).flatMap(([key, item]) => {
    const place = `${path}[${JSON.stringify(key)}]`;
    return [
      ...ofMember(model, shape.key, key, place),
      ...ofItem(model, shape, shape.value, item, place, takesNull),
    ];
  });
};

const ofItem = (
  model: Model,
  { id }: ListShape | MapShape,
  member: Member,
  item: Json,
  path: string,
  takesNull: boolean,
): Misfit[] => {
  if (item !== null) return ofMember(model, member, item, path);
  return takesNull ? [] : [{ kind: "type", path, message: `found null, but ${id} is not sparse` }];
};

const isDocument = (model: Model, member: Member): boolean =>
  model.shapes.get(member.target)?.type === "document";

const ofConstraints = (
  model: Model,
  on: Pick<Member, "target" | "traits">,
  value: Json,
  path: string,
): Misfit[] => {
  const target = model.shapes.get(on.target);
  if (!target) return [];
  const own = (name: string) => memberTrait(model, on, name);
  const misfit = (found: string, expected: string): Misfit => ({
    kind: "constraint",
    path,
    message: `found ${found}, expected ${expected}`,
  });
  const found: Misfit[] = [];

  const values = enumValuesOf(target) ?? listedValuesOf(own("enum"));
  if (values && !values.some((known) => known.value === value))
    found.push(misfit(describeJson(value), `a value of ${target.id}`));

  const length = boundsOf(own("length"));
  const size = sizeOf(value);
  // A blob may be written as its text or in base64, which is longer; only a misfit of both counts.
  const isTooLong = (max: number) => target.type !== "blob" && size !== undefined && size > max;
  if (length && size !== undefined && (size < min(length) || isTooLong(max(length))))
    found.push(misfit(`${size} ${unitOf(value)}`, describeBounds(length)));

  const range = boundsOf(own("range"));
  if (range && typeof value === "number" && (value < min(range) || value > max(range)))
    found.push(misfit(describeJson(value), describeBounds(range)));

  const pattern = own("pattern");
  if (typeof pattern === "string" && typeof value === "string") {
    const isMatch = compilePattern(pattern)?.test(value) ?? true;
    if (!isMatch) found.push(misfit(describeJson(value), `a match of the pattern ${pattern}`));
  }
  return found;
};

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

const min = (bounds: Bounds): number => bounds.min ?? -Infinity;
const max = (bounds: Bounds): number => bounds.max ?? Infinity;

const describeBounds = (bounds: Bounds): string => {
  if (max(bounds) === Infinity) return `at least ${min(bounds)}`;
  return min(bounds) === -Infinity ? `at most ${max(bounds)}` : `${min(bounds)} to ${max(bounds)}`;
};

/** Characters as Unicode counts them, or items. */
const sizeOf = (value: Json): number | undefined => {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
};

const unitOf = (value: Json): string => (typeof value === "string" ? "characters" : "items");
