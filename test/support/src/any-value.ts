import {
  dataShapeOf,
  hasTrait,
  memberTrait,
  shapeOf,
  structureOf,
  trait,
  type Member,
  type Model,
  type ShapeId,
  type StructureShape,
} from "@wickr-admin/codegen";
import { NumericValue } from "./runtime.js";
import fc, { type Arbitrary } from "fast-check";

/** Where a value travels; not every place can hold every text. */
type Place = "body" | "header" | "label" | "payload";

/** Values of a structure, whatever its constraints: optional members may be absent. */
export const anyStructure = (model: Model, id: ShapeId, depth = 0): Arbitrary<object> => {
  if (id === "smithy.api#Unit") return fc.constant({});
  // Deeper than this, only what must be there is.
  const members = [...structureOf(model, id).members.values()].filter(
    (member) => depth < 3 || hasTrait(member, "required"),
  );
  return fc.record(
    Object.fromEntries(
      members.map((member) => [
        member.name,
        anyValue(model, member.target, placeOf(member, depth), depth, member),
      ]),
    ),
    { requiredKeys: members.filter((each) => isNeeded(each)).map(({ name }) => name) },
  );
};

/** Tokens that are made up would differ. */
const isNeeded = (member: Member) =>
  hasTrait(member, "required") || hasTrait(member, "idempotencyToken");

const placeOf = (member: Member, depth: number): Place => {
  if (depth > 0) return "body";
  if (hasTrait(member, "httpHeader") || hasTrait(member, "httpPrefixHeaders")) return "header";
  if (hasTrait(member, "httpLabel") || hasTrait(member, "hostLabel")) return "label";
  return hasTrait(member, "httpPayload") ? "payload" : "body";
};

const anyValue = (
  model: Model,
  target: ShapeId,
  place: Place,
  depth: number,
  member?: Member,
): Arbitrary<unknown> => {
  const shape = dataShapeOf(model, target);
  const inner = (id: ShapeId) => anyValue(model, id, place, depth + 1);
  const orNull = (value: Arbitrary<unknown>) =>
    hasTrait(shape, "sparse") ? fc.option(value) : value;
  switch (shape.type) {
    case "structure":
      return anyStructure(model, target, place === "payload" ? depth : depth + 1);
    case "union": {
      if (hasTrait(shape, "streaming")) return fc.array(anyEvent(model, shape), { maxLength: 3 });
      const members = [...shape.members.values()];
      const ends = depth < 3 ? members : members.filter((each) => !leadsBack(model, each));
      return fc
        .constantFrom(...(ends.length > 0 ? ends : members))
        .chain((each) =>
          (each.target === "smithy.api#Unit" ? fc.constant({}) : inner(each.target)).map(
            (value) => ({ [each.name]: value }),
          ),
        );
    }
    case "list":
      return fc.array(orNull(inner(shape.member.target)), {
        maxLength: depth < 3 ? 3 : 0,
        minLength: place === "header" ? 1 : 0,
      });
    case "map":
      return fc.dictionary(
        place === "header"
          ? fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/)
          : fc.string({ unit: "binary", maxLength: 6 }).filter((key) => key !== "__proto__"),
        orNull(inner(shape.value.target)),
        { maxKeys: depth < 3 ? 3 : 0, noNullPrototype: true },
      );
    case "string":
      return member !== undefined && memberTrait(model, member, "mediaType") !== undefined
        ? fc.json()
        : anyText(place);
    case "enum":
    case "intEnum":
      return fc.constantFrom(
        ...[...shape.members.values()]
          .map((each) => trait(each, "enumValue"))
          .filter((value) => place === "body" || /^[!-~]([ -~]*[!-~])?$/.test(String(value))),
      );
    case "boolean":
      return fc.boolean();
    case "byte":
      return fc.integer({ min: -128, max: 127 });
    case "short":
      return fc.integer({ min: -32_768, max: 32_767 });
    case "integer":
      return member !== undefined && hasTrait(member, "httpResponseCode")
        ? fc.constantFrom(200, 201, 202, 299)
        : fc.integer();
    case "long":
      return fc.maxSafeInteger();
    case "float":
      return fc.float().map(positiveZero);
    case "double":
      return fc.double().map(positiveZero);
    case "bigInteger":
      return fc.bigInt();
    case "bigDecimal":
      return fc
        .tuple(fc.bigInt(), fc.nat({ max: 10 ** 9 }))
        .map(([whole, part]) => new NumericValue(`${whole}.${part}`, "bigDecimal"));
    case "timestamp":
      // Formats without a fraction have room for seconds only.
      return fc.integer({ min: 0, max: 4e9 }).map((seconds) => new Date(seconds * 1000));
    case "blob":
      return fc.uint8Array({ minLength: place === "payload" ? 1 : 0, maxLength: 20 });
    case "document":
      return (
        fc
          .json({ maxDepth: 2 })
          .map((text) => JSON.parse(text) as unknown)
          .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
          // Not all that compares values knows of this name.
          .filter((value) => value !== null && !JSON.stringify(value).includes("__proto__"))
      );
  }
};

/** An event of a stream, without errors, which are nothing to send. */
const anyEvent = (model: Model, events: StructureShape): Arbitrary<unknown> => {
  const members = [...events.members.values()].filter(
    ({ target }) => target === "smithy.api#Unit" || !hasTrait(shapeOf(model, target), "error"),
  );
  return fc
    .constantFrom(...members)
    .chain(({ name, target }) =>
      anyStructure(model, target, 1).map((event) => ({ [name]: event })),
    );
};

/** JSON knows of no other. */
const positiveZero = (value: number) => (value === 0 ? 0 : value);

const anyText = (place: Place): Arbitrary<string> => {
  switch (place) {
    case "header":
      return fc.stringMatching(/^[a-z"\\][a-z ,"\\]{0,8}[a-z]$/);
    case "label":
      return fc.stringMatching(/^[a-z0-9]{1,10}$/);
    case "payload":
      return fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 });
    default:
      return fc.string({ unit: "grapheme", maxLength: 10 });
  }
};

/** Whether a member holds structures or unions: at some depth there must be an end of them. */
const leadsBack = (model: Model, { target }: Member): boolean => {
  if (target === "smithy.api#Unit") return false;
  return ["structure", "union"].includes(dataShapeOf(model, target).type);
};
