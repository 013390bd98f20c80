import { type DeclaredType, type Declarations, declarationsIn } from "./declarations.js";
import type { OfficialClient } from "./official-client.js";
import { paginationsOf } from "./paginators.js";
import { type SmithyModel, smithyModelOf } from "./smithy-model.js";

/** All that an official client tells of its service's model. */
export interface PublishedModel extends SmithyModel {
  /** What depends on the package's age and on whether its type declarations are there. */
  readonly tells: {
    readonly enums: boolean;
    readonly errorsOfOperations: boolean;
    /** In the type declarations, the message of an error is nobody's own. */
    readonly required: "all" | "all but messages" | "nothing";
  };
}

type Traits = Record<string, unknown>;
interface Reference {
  target: string;
  traits?: Traits;
}
interface Shape {
  type: string;
  traits?: Traits;
  members?: Record<string, Reference>;
  member?: Reference;
  key?: Reference;
  value?: Reference;
  errors?: { target: string }[];
}

const STRING = "smithy.api#String";
const REQUIRED = "smithy.api#required";

/**
 * The model of an official client: what its schemas tell, and beyond them what can be seen of its
 * paginators, its constants, its configuration and its type declarations.
 */
export const publishedModelOf = async (client: OfficialClient): Promise<PublishedModel> => {
  const { ast, service } = smithyModelOf(client);
  const shapes = ast.shapes as Record<string, Shape>;
  const namespace = service.slice(0, service.indexOf("#"));
  const declarations = declarationsIn(client.folder);

  for (const [name, paginated] of await paginationsOf(client)) {
    const operation = shapes[`${namespace}#${name}`];
    if (operation) operation.traits = { ...operation.traits, "smithy.api#paginated": paginated };
  }
  addAuth(shapes[service], client);
  if (declarations) addErrors(shapes, service, declarations);

  // From a certain version on, the schemas of structures say how many of their members are required.
  const counts = Object.values(shapes).some(
    ({ type, members = {} }) =>
      type === "structure" &&
      Object.values(members).some(({ traits = {} }) => REQUIRED in traits && !isLabel(traits)),
  );
  if (!counts && declarations) addRequired(shapes, declarations);
  return {
    ast,
    service,
    tells: {
      enums: declarations !== undefined && addEnums(shapes, namespace, client, declarations),
      errorsOfOperations: declarations !== undefined,
      required: counts ? "all" : declarations ? "all but messages" : "nothing",
    },
  };
};

const isLabel = (traits: Traits): boolean => "smithy.api#httpLabel" in traits;

/** The ways to prove who calls, as the client is configured for them. */
const addAuth = (service: Shape | undefined, { Client }: OfficialClient): void => {
  const { config } = new Client({ region: "us-east-1" } as never) as unknown as {
    config: { httpAuthSchemes?: readonly { readonly schemeId: string }[] };
  };
  const traits = service?.traits;
  if (!traits || !config.httpAuthSchemes) return;
  const { "aws.auth#sigv4": sigv4 } = traits;
  delete traits["aws.auth#sigv4"];
  for (const { schemeId } of config.httpAuthSchemes) {
    if (schemeId === "smithy.api#noAuth") continue;
    traits[schemeId] = schemeId.startsWith("aws.auth#sigv4") ? sigv4 : {};
  }
};

/** Gives each operation the errors that its documentation says it throws, instead of all to the service. */
const addErrors = (
  shapes: Record<string, Shape>,
  service: string,
  declarations: Declarations,
): void => {
  const { errors = [] } = shapes[service] ?? {};
  const byName = new Map(
    errors.map(({ target }) => [target.slice(target.indexOf("#") + 1), target]),
  );
  const namespace = service.slice(0, service.indexOf("#"));
  for (const [name, thrown] of declarations.errors) {
    const operation = shapes[`${namespace}#${name}`];
    if (operation?.type !== "operation") continue;
    operation.errors = thrown.flatMap((each) => {
      const target = byName.get(each);
      return target === undefined ? [] : [{ target }];
    });
  }
  if (shapes[service]) shapes[service].errors = [];
};

/** The declared members of a shape. A structure that is called as an operation is has made way for it. */
const declaredOf = (declarations: Declarations, id: string) => {
  const name = id.slice(id.indexOf("#") + 1);
  return declarations.types.get(name) ?? declarations.types.get(name.replace(/(Shape)+$/, ""));
};

const addRequired = (shapes: Record<string, Shape>, declarations: Declarations): void => {
  for (const [id, { type, members = {} }] of Object.entries(shapes)) {
    if (type !== "structure") continue;
    for (const [name, member] of Object.entries(members)) {
      if (declaredOf(declarations, id)?.get(name)?.optional === false)
        member.traits = { ...member.traits, [REQUIRED]: {} };
    }
  }
};

/**
 * Lets members point to the enums that the declarations say they are of. Tells whether that was
 * possible for every member: what is known of some would look like a difference of the others.
 */
const addEnums = (
  shapes: Record<string, Shape>,
  namespace: string,
  { exports }: OfficialClient,
  declarations: Declarations,
): boolean => {
  const enums = new Map(
    Object.entries(exports).filter((entry): entry is [string, Record<string, string>] =>
      isEnumObject(entry[1]),
    ),
  );
  const isOf = (type: DeclaredType): boolean =>
    "name" in type
      ? enums.has(type.name)
      : "list" in type
        ? isOf(type.list)
        : isOf(type.key) || isOf(type.value);

  const point = (reference: Reference, type: DeclaredType): void => {
    const shape = shapes[reference.target];
    if ("name" in type) {
      const values = enums.get(type.name);
      if (!values || (reference.target !== STRING && shape?.type !== "string")) return;
      const id = `${namespace}#${type.name}`;
      shapes[id] = {
        type: "enum",
        members: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [
            name,
            { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": value } },
          ]),
        ),
      };
      reference.traits = { ...shape?.traits, ...reference.traits };
      reference.target = id;
    } else if (shape?.type === "list" && shape.member && "list" in type) {
      // Lists without a name are one for all that they hold.
      const id = `${reference.target}${nameOf(type)}`;
      shapes[id] ??= { ...shape, member: { ...shape.member } };
      point(shapes[id].member as Reference, type.list);
      reference.target = id;
    } else if (shape?.type === "map" && shape.key && shape.value && "key" in type) {
      const id = `${reference.target}${nameOf(type)}`;
      shapes[id] ??= { ...shape, key: { ...shape.key }, value: { ...shape.value } };
      point(shapes[id].key as Reference, type.key);
      point(shapes[id].value as Reference, type.value);
      reference.target = id;
    }
  };

  let isComplete = true;
  for (const [id, { type, members = {} }] of Object.entries(shapes)) {
    if (type !== "structure" && type !== "union") continue;
    const declared = declaredOf(declarations, id);
    for (const [name, member] of Object.entries(members)) {
      const of = declared?.get(name)?.type;
      // What every error has is declared by the class that all of them extend.
      if (!of) isComplete &&= isMessage(member, name, shapes[id]);
      else if (isOf(of)) point(member, of);
    }
  }
  return isComplete;
};

const isMessage = (member: Reference, name: string, shape: Shape | undefined): boolean =>
  name.toLowerCase() === "message" && "smithy.api#error" in (shape?.traits ?? {});

/** A constant of the client that lists the values of an enum by their names. */
const isEnumObject = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).length > 0 &&
  Object.values(value).every((one) => typeof one === "string");

const nameOf = (type: DeclaredType): string =>
  "name" in type
    ? type.name
    : "list" in type
      ? `${nameOf(type.list)}List`
      : `${nameOf(type.key)}${nameOf(type.value)}Map`;
