import { describeJson, isObject, property, type JsonObject } from "../model/json.js";
import type {
  Json,
  ListShape,
  MapShape,
  Member,
  Model,
  ShapeId,
  SimpleShape,
  StructureShape,
} from "../model/model.js";
import { hasTrait, memberTrait, trait } from "../model/traits.js";
import { compilePattern } from "./pattern.js";

/** A place where a JSON value does not fit its shape. */
export interface Misfit {
  /** From the root: `users[0].name`; empty for the root itself. */
  readonly path: string;
  readonly kind: "type" | "unknown" | "missing" | "constraint";
  readonly message: string;
}

/** Where a JSON value, written as Smithy writes values of shapes, does not fit the shape. */
export const misfitsOf = (model: Model, shape: ShapeId, value: Json): Misfit[] => {
  const check = new ValueCheck(model);
  check.shape(shape, value, "");
  return check.misfits;
};

/** As `misfitsOf`, with the constraints that the member itself adds. */
export const memberMisfitsOf = (model: Model, member: Member, value: Json): Misfit[] => {
  const check = new ValueCheck(model);
  check.member(member, value, "");
  return check.misfits;
};

const INTEGER_BITS: Readonly<Record<string, number>> = {
  byte: 8,
  short: 16,
  integer: 32,
  long: 64,
};

class ValueCheck {
  readonly misfits: Misfit[] = [];
  readonly #model: Model;

  constructor(model: Model) {
    this.#model = model;
  }

  member(member: Member, value: Json, path: string): void {
    const before = this.misfits.length;
    this.shape(member.target, value, path, member);
    if (this.misfits.some(({ kind }, index) => index >= before && kind === "type")) return;
    this.#constraints(member, value, path);
  }

  shape(id: ShapeId, value: Json, path: string, via?: Member): void {
    const shape = this.#model.shapes.get(id);
    if (!shape) return;
    const expect = (isFit: boolean, expected: string): boolean => {
      if (!isFit) this.#add("type", path, `found ${describeJson(value)}, expected ${expected}`);
      return isFit;
    };
    switch (shape.type) {
      case "structure":
        if (isObject(value) || expect(false, "an object"))
          this.#structure(shape, value as JsonObject, path);
        break;
      case "union":
        if (isObject(value) || expect(false, "an object"))
          this.#union(shape, value as JsonObject, path);
        break;
      case "list":
        if (expect(Array.isArray(value), "a list")) this.#list(shape, value as Json[], path);
        break;
      case "map":
        if (isObject(value) || expect(false, "an object"))
          this.#map(shape, value as JsonObject, path);
        break;
      case "enum":
      case "intEnum": {
        const isInteger = typeof value === "number" && Number.isInteger(value);
        if (shape.type === "enum") expect(typeof value === "string", "a string");
        else expect(isInteger, "an integer");
        break;
      }
      case "operation":
      case "resource":
      case "service":
        break;
      default:
        this.#simple(shape, value, path, expect);
    }
    if (!via) this.#constraints({ ...shape, name: "", target: id }, value, path);
  }

  #simple(
    { type }: SimpleShape,
    value: Json,
    path: string,
    expect: (isFit: boolean, expected: string) => boolean,
  ): void {
    switch (type) {
      case "string":
      case "blob":
        expect(typeof value === "string", "a string");
        break;
      case "boolean":
        expect(typeof value === "boolean", "true or false");
        break;
      case "byte":
      case "short":
      case "integer":
      case "long": {
        const limit = 2 ** ((INTEGER_BITS[type] ?? 64) - 1);
        if (!expect(typeof value === "number" && Number.isInteger(value), "an integer")) break;
        expect(
          (value as number) >= -limit && (value as number) <= limit - (type === "long" ? 0 : 1),
          `an integer of ${INTEGER_BITS[type]} bits`,
        );
        break;
      }
      case "float":
      case "double":
        expect(
          typeof value === "number" || ["NaN", "Infinity", "-Infinity"].includes(value as string),
          `a number, "NaN", "Infinity" or "-Infinity"`,
        );
        break;
      case "bigInteger":
        expect(
          (typeof value === "number" && Number.isInteger(value)) ||
            (typeof value === "string" && /^-?\d+$/.test(value)),
          "an integer",
        );
        break;
      case "bigDecimal":
        expect(
          typeof value === "number" ||
            (typeof value === "string" && /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)),
          "a number",
        );
        break;
      case "timestamp":
        if (!expect(typeof value === "number" || typeof value === "string", "a timestamp")) break;
        if (typeof value === "string" && Number.isNaN(Date.parse(value))) {
          this.#add("type", path, `found ${describeJson(value)}, expected a time that exists`);
        }
        break;
      case "document":
        break;
    }
  }

  #structure(shape: StructureShape, value: JsonObject, path: string): void {
    for (const [name, item] of Object.entries(value)) {
      const member = shape.members.get(name);
      if (!member) {
        this.#add("unknown", join(path, name), `found a member that ${shape.id} does not have`);
      } else if (item !== null) this.member(member, item, join(path, name));
    }
    for (const member of shape.members.values()) {
      const item = property(value, member.name);
      if (!hasTrait(member, "required") || (item !== undefined && item !== null)) continue;
      // The client makes up a token, and knows the default.
      if (hasTrait(member, "idempotencyToken") || hasTrait(member, "default")) continue;
      if (item === null && this.#isDocument(member)) continue;
      this.#add("missing", join(path, member.name), `found nothing, but ${shape.id} requires it`);
    }
  }

  #union(shape: StructureShape, value: JsonObject, path: string): void {
    const entries = Object.entries(value).filter(([, item]) => item !== null);
    for (const [name, item] of entries) {
      const member = shape.members.get(name);
      if (member) this.member(member, item, join(path, name));
      else this.#add("unknown", join(path, name), `found a member that ${shape.id} does not have`);
    }
    if (entries.length !== 1) {
      this.#add("type", path, `found ${entries.length} members, expected one of union ${shape.id}`);
    }
  }

  #list(shape: ListShape, value: readonly Json[], path: string): void {
    const isSparse = hasTrait(shape, "sparse") || this.#isDocument(shape.member);
    value.forEach((item, index) => {
      const place = `${path}[${index}]`;
      if (item !== null) this.member(shape.member, item, place);
      else if (!isSparse) {
        this.#add("type", place, `found null, but ${shape.id} is not sparse`);
      }
    });
    if (hasTrait(shape, "uniqueItems")) {
      const seen = new Set<string>();
      value.forEach((item, index) => {
        const text = JSON.stringify(item);
        if (seen.has(text)) {
          this.#add(
            "constraint",
            `${path}[${index}]`,
            `found an item twice, expected unique items`,
          );
        }
        seen.add(text);
      });
    }
  }

  #map(shape: MapShape, value: JsonObject, path: string): void {
    const isSparse = hasTrait(shape, "sparse") || this.#isDocument(shape.value);
    for (const [key, item] of Object.entries(value)) {
      const place = `${path}[${JSON.stringify(key)}]`;
      this.member(shape.key, key, place);
      if (item !== null) this.member(shape.value, item, place);
      else if (!isSparse) {
        this.#add("type", place, `found null, but ${shape.id} is not sparse`);
      }
    }
  }

  #isDocument(member: Member): boolean {
    return this.#model.shapes.get(member.target)?.type === "document";
  }

  #constraints(member: Member, value: Json, path: string): void {
    const target = this.#model.shapes.get(member.target);
    if (!target) return;
    const add = (found: Json, expected: string): void =>
      this.#add("constraint", path, `found ${describeJson(found)}, expected ${expected}`);

    if (target.type === "enum" || target.type === "intEnum") {
      const values = [...target.members.values()].map((item) => trait(item, "enumValue"));
      if (!values.includes(value)) add(value, `a value of ${target.id}`);
    }
    const definitions = memberTrait(this.#model, member, "enum");
    if (target.type === "string" && Array.isArray(definitions)) {
      const values = (definitions as Json[]).map((item) => isObject(item) && item["value"]);
      if (!values.includes(value)) add(value, `a value of ${target.id}`);
    }
    const length = bounds(memberTrait(this.#model, member, "length"));
    if (length) {
      const size = sizeOf(value);
      // A blob may be written as its text or in base64, which is longer; only a misfit of both counts.
      const isBlob = target.type === "blob";
      if (size !== undefined && (size < length.min || (size > length.max && !isBlob))) {
        this.#add(
          "constraint",
          path,
          `found ${size} ${unitOf(value)}, expected ${describeBounds(length)}`,
        );
      }
    }
    const range = bounds(memberTrait(this.#model, member, "range"));
    if (range && typeof value === "number" && (value < range.min || value > range.max)) {
      add(value, describeBounds(range));
    }
    const pattern = memberTrait(this.#model, member, "pattern");
    if (typeof pattern === "string" && typeof value === "string") {
      const expression = compilePattern(pattern);
      if (expression && !expression.test(value)) add(value, `a match of the pattern ${pattern}`);
    }
  }

  #add(kind: Misfit["kind"], path: string, message: string): void {
    this.misfits.push({ kind, path, message });
  }
}

const join = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

/** The bounds of a `length` or `range` trait. */
interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Bounds may be numbers, or strings for decimals that JSON numbers are too small for. */
const bounds = (value: Json | undefined): Bounds | undefined => {
  if (!isObject(value)) return undefined;
  const min = Number(value["min"] ?? -Infinity);
  const max = Number(value["max"] ?? Infinity);
  return { min, max };
};

const describeBounds = ({ min, max }: Bounds): string => {
  if (max === Infinity) return `at least ${min}`;
  return min === -Infinity ? `at most ${max}` : `${min} to ${max}`;
};

/** Characters as Unicode counts them, or items. */
const sizeOf = (value: Json): number | undefined => {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : undefined;
};

const unitOf = (value: Json): string => (typeof value === "string" ? "characters" : "items");
