import {
  type DataShape,
  type Member,
  type Model,
  memberTrait,
  type OperationShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  trait,
  type Traits,
} from "@wickr-admin/codegen";
import { type Fact, FACT_OF_TRAIT } from "./facts.js";

/**
 * A model as somebody would tell it who knows no other facts than those. Two models that are
 * reduced to the same facts differ in what both tell, and in nothing else.
 */
export const reduceTo = (told: ReadonlySet<Fact>, model: Model, service: ServiceShape): Model => {
  const reduce = reducer(told, model, service);
  return { ...model, shapes: new Map([...model.shapes].map(([id, shape]) => [id, reduce(shape)])) };
};

const reducer = (
  told: ReadonlySet<Fact>,
  model: Model,
  service: ServiceShape,
): ((shape: Shape) => Shape) => {
  const traitsOf = (traits: Traits): Traits =>
    Object.fromEntries(
      Object.entries(traits)
        .filter(([name]) => isTold(told, name))
        .map(([name, value]) => [name, valueOf(told, name, value)]),
    );
  const memberOf =
    (shape: DataShape) =>
    (member: Member): Member => {
      const { target, carried } = told.has("types of numbers")
        ? { target: member.target, carried: {} }
        : simplified(told, model, member);
      const traits = traitsOf({ ...member.traits, ...carried });
      return {
        ...member,
        target,
        traits: isUnknownMessage(told, shape, member) ? omit(traits, REQUIRED) : traits,
      };
    };

  return (shape) => {
    const traits = traitsOf(shape.traits);
    switch (shape.type) {
      case "service":
        return { ...shape, traits, errors: errorsOfService(told, model, shape) };
      case "operation":
        return { ...shape, traits, errors: errorsOf(told, service, shape) };
      case "structure":
      case "union":
        return {
          ...shape,
          traits: { ...traits, ...statusOf(shape.traits) },
          members: mapValues(shape.members, memberOf(shape)),
        };
      case "enum":
      case "intEnum":
        return { ...shape, traits, members: mapValues(shape.members, memberOf(shape)) };
      case "list":
        return { ...shape, traits, member: memberOf(shape)(shape.member) };
      case "map":
        return {
          ...shape,
          traits,
          key: memberOf(shape)(shape.key),
          value: memberOf(shape)(shape.value),
        };
      case "resource":
        return shape;
      default:
        return { ...shape, traits };
    }
  };
};

const isTold = (told: ReadonlySet<Fact>, name: string): boolean => {
  const fact = FACT_OF_TRAIT.get(name);
  if (fact !== undefined) return told.has(fact);
  return name.startsWith("aws.protocols#") && told.has("protocols");
};

const valueOf = (told: ReadonlySet<Fact>, name: string, value: Traits[string]): Traits[string] => {
  // Its reasons are texts.
  if (name === "smithy.api#deprecated") return {};
  if (name === "smithy.api#paginated" && !told.has("items of pages"))
    return omit(value as Traits, "items");

  return value;
};

/** A status that goes without saying is said. */
const statusOf = (traits: Traits): Traits => {
  const { "smithy.api#error": fault, "smithy.api#httpError": status } = traits;
  if (fault === undefined) return {};
  return { "smithy.api#httpError": status ?? (fault === "server" ? 500 : 400) };
};

/** Whether the service gives an error or each of its operations does is the same. */
const errorsOf = (
  told: ReadonlySet<Fact>,
  service: ServiceShape,
  { errors }: OperationShape,
): ShapeId[] =>
  told.has("errors of single operations") ? [...new Set([...errors, ...service.errors])] : [];

const errorsOfService = (
  told: ReadonlySet<Fact>,
  model: Model,
  service: ServiceShape,
): ShapeId[] => {
  if (told.has("errors of single operations")) return [];
  const ofOperations = [...model.shapes.values()].flatMap((shape) =>
    shape.type === "operation" ? shape.errors : [],
  );
  return [...new Set([...service.errors, ...ofOperations])];
};

const REQUIRED = "smithy.api#required";

const isUnknownMessage = (told: ReadonlySet<Fact>, shape: DataShape, { name }: Member): boolean =>
  !told.has("required messages of errors") &&
  trait(shape, "error") !== undefined &&
  name.toLowerCase() === "message";

const NUMBERS = new Set(["byte", "short", "integer", "long", "float", "double", "intEnum"]);
const OF_TEXTS = ["mediaType", "sensitive"];
const CARRIED = [...OF_TEXTS, "requiresLength", "streaming", "timestampFormat"];

/** A member that points to Smithy's own shape instead of a simple one with a name, whose traits it takes over. */
const simplified = (
  told: ReadonlySet<Fact>,
  model: Model,
  member: Member,
): { readonly target: ShapeId; readonly carried: Traits } => {
  const type = model.shapes.get(member.target)?.type;
  const none = { target: member.target, carried: {} };
  if (type === undefined || !isSimple(type)) return none;
  if (type === "enum" && told.has("enums")) return none;
  const carried = Object.fromEntries(
    CARRIED.flatMap((name) => {
      const value = memberTrait(model, member, name);
      return value === undefined ? [] : [[`smithy.api#${name}`, value]];
    }),
  );
  const isNumber = NUMBERS.has(type);
  const name = isNumber ? "Double" : type === "enum" ? "String" : capitalize(type);
  return { target: `smithy.api#${name}`, carried };
};

const isSimple = (type: Shape["type"]): boolean =>
  !["structure", "union", "list", "map", "operation", "resource", "service"].includes(type);

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const omit = (traits: Traits, name: string): Traits =>
  Object.fromEntries(Object.entries(traits).filter(([each]) => each !== name));

const mapValues = (
  members: ReadonlyMap<string, Member>,
  change: (member: Member) => Member,
): Map<string, Member> => new Map([...members].map(([name, member]) => [name, change(member)]));
