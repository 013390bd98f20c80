import { isBigDecimal } from "./big-decimal.js";
import { type Path, pointer } from "./problem.js";
import { getOwn } from "./properties.js";
import { compilePattern } from "./pattern.js";
import { resolve, traitOf } from "./resolve.js";
import type {
  Bounds,
  ListSchema,
  MapSchema,
  MemberSchema,
  Schema,
  StructureSchema,
} from "./schema.js";
import { uniqueKey } from "./unique-key.js";

/** A constraint that a value breaks. */
export interface Violation {
  /** Where, as a JSON pointer: `/users/0/username`. */
  readonly path: string;
  /** Which constraint: `Member must not be null`. */
  readonly reason: string;
  /** Both, in Smithy's words. Values do not stand in it, but for the length of what is not sensitive. */
  readonly message: string;
}

/** Adds the constraints that a value breaks. */
type Check = (value: unknown, path: Path, found: Violation[]) => void;

/** The constraints of its schema that a decoded value breaks, in the order of the model. */
export const validate = (schema: StructureSchema, value: object): Violation[] => {
  const found: Violation[] = [];
  shapeCheck(schema)?.(value, [], found);
  return found;
};

const checks = new WeakMap<Schema, { readonly check: Check | undefined }>();

/** What must be checked inside a value of the shape; undefined where there is nothing to. */
const shapeCheck = (schema: Schema): Check | undefined => {
  const known = checks.get(schema);
  if (known) return known.check;
  // While a circular schema is compiled, it refers to itself through this.
  checks.set(schema, {
    check: (value, path, found) => checks.get(schema)?.check?.(value, path, found),
  });
  const check = compileShape(schema);
  checks.set(schema, { check });
  return check;
};

const compileShape = (schema: Schema): Check | undefined => {
  switch (schema.type) {
    case "structure":
    case "union":
      return fieldsCheck(schema);
    case "list":
      return itemsCheck(schema);
    case "map":
      return entriesCheck(schema);
    default:
      return undefined;
  }
};

const fieldsCheck = (schema: StructureSchema): Check | undefined => {
  const fields = schema.members.flatMap((field) => {
    const check = memberCheck(field);
    return check || field.required ? [{ field, check }] : [];
  });
  if (fields.length === 0) return undefined;
  return (value, path, found) => {
    for (const { field, check } of fields) {
      const item = getOwn(value as object, field.name);
      if (item === undefined) {
        // What has a default is never missing, whether it was filled in or not.
        if (field.required && field.default == null) found.push(missing([...path, field.name]));
      } else if (check) {
        path.push(field.name);
        check(item, path, found);
        path.pop();
      }
    }
  };
};

const itemsCheck = (schema: ListSchema): Check | undefined => {
  const check = memberCheck(schema.member);
  const { uniqueItems } = schema;
  if (!check && !uniqueItems) return undefined;
  return (value, path, found) => {
    const items = value as readonly unknown[];
    if (check) {
      items.forEach((item, index) => {
        if (item === null) return;
        path.push(index);
        check(item, path, found);
        path.pop();
      });
    }
    if (uniqueItems && new Set(items.map(uniqueKey)).size < items.length)
      found.push(violation(path, "", "have unique values"));
  };
};

const entriesCheck = (schema: MapSchema): Check | undefined => {
  const keyCheck = memberCheck(schema.key);
  const check = memberCheck(schema.value);
  if (!keyCheck && !check) return undefined;
  return (value, path, found) => {
    for (const [key, item] of Object.entries(value as object)) {
      keyCheck?.(key, path, found);
      if (!check || item === null) continue;
      path.push(key);
      check(item, path, found);
      path.pop();
    }
  };
};

/** The member's own constraints, those of its target, and what lies inside. */
const memberCheck = (member: MemberSchema): Check | undefined => {
  const schema = resolve(member.target);
  // Events are not there yet.
  if (schema.type === "union" && schema.streaming) return undefined;
  const parts = [
    lengthCheck(member),
    rangeCheck(member),
    patternCheck(member),
    enumCheck(member),
    shapeCheck(schema),
  ];
  const all = parts.filter((check) => check !== undefined);
  if (all.length <= 1) return all[0];
  return (value, path, found) => {
    for (const check of all) check(value, path, found);
  };
};

const lengthCheck = (member: MemberSchema): Check | undefined => {
  const bounds = traitOf(member, "length");
  if (!bounds || isStream(member)) return undefined;
  const shown = !traitOf(member, "sensitive");
  return (value, path, found) => {
    const length = lengthOf(value);
    if (fits(length, bounds)) return;
    found.push(violation(path, shown ? ` with length ${length}` : "", lengthRule(bounds)));
  };
};

/** Streams are not measured. */
const isStream = (member: MemberSchema): boolean => {
  const schema = resolve(member.target);
  return schema.type === "blob" && schema.streaming === true;
};

/** Strings count in characters (code points), blobs in bytes. */
const lengthOf = (value: unknown): number => {
  if (typeof value === "string") {
    let length = 0;
    for (const _ of value) length++;
    return length;
  }
  if (Array.isArray(value) || value instanceof Uint8Array) return value.length;
  return Object.keys(value as object).length;
};

const lengthRule = ({ min, max }: Bounds): string =>
  min !== undefined && max !== undefined
    ? `have length between ${min} and ${max}, inclusive`
    : min !== undefined
      ? `have length greater than or equal to ${min}`
      : `have length less than or equal to ${max}`;

const rangeCheck = (member: MemberSchema): Check | undefined => {
  const bounds = traitOf(member, "range");
  if (!bounds) return undefined;
  return (value, path, found) => {
    const number = isBigDecimal(value) ? Number(value.string) : Number(value);
    if (!fits(number, bounds)) found.push(violation(path, "", rangeRule(bounds)));
  };
};

const rangeRule = ({ min, max }: Bounds): string =>
  min !== undefined && max !== undefined
    ? `be between ${min} and ${max}, inclusive`
    : min !== undefined
      ? `be greater than or equal to ${min}`
      : `be less than or equal to ${max}`;

/** NaN is within no bounds. */
const fits = (value: number, { min = -Infinity, max = Infinity }: Bounds): boolean =>
  value >= min && value <= max;

const patternCheck = (member: MemberSchema): Check | undefined => {
  const pattern = traitOf(member, "pattern");
  const matches = pattern === undefined ? undefined : compilePattern(pattern);
  if (!matches) return undefined;
  return (value, path, found) => {
    if (typeof value !== "string" || matches(value)) return;
    found.push(violation(path, "", `satisfy regular expression pattern: ${pattern}`));
  };
};

const enumCheck = (member: MemberSchema): Check | undefined => {
  const schema = resolve(member.target);
  if (schema.type !== "enum" && schema.type !== "intEnum") return undefined;
  const internal = schema.type === "enum" ? (schema.internal ?? []) : [];
  const allowed = new Set<unknown>([...schema.values, ...internal]);
  const rule = `satisfy enum value set: [${schema.values.join(", ")}]`;
  return (value, path, found) => {
    if (!allowed.has(value)) found.push(violation(path, "", rule));
  };
};

const missing = (path: Path): Violation => violation(path, "", "not be null");

const violation = (path: Path, value: string, rule: string): Violation => {
  const at = pointer(path);
  const reason = `Member must ${rule}`;
  return {
    path: at,
    reason,
    message: `Value${value} at '${at}' failed to satisfy constraint: ${reason}`,
  };
};
