import {
  describeJson,
  isDeeperThan,
  isObject,
  property,
  quoteJson as quote,
  type JsonObject,
} from "../model/json.js";
import type { Json } from "../model/model.js";
import type { Problem } from "../model/problem.js";
import type { Apply, Draft, DraftMember, DraftTraits, FileContent } from "./draft.js";
import { SIMPLE_TYPES } from "./simple-types.js";

/** The kinds of properties a shape has in the AST beside `type`, `traits` and `mixins`. */
type Field = "text" | "member" | "members" | "reference" | "references" | "targets" | "names";

const AGGREGATE = { members: "members" } as const;

/** The properties of each shape type; simple types have none. */
const FIELDS: ReadonlyMap<string, Readonly<Record<string, Field>>> = new Map<
  string,
  Record<string, Field>
>([
  ...SIMPLE_TYPES.map((type) => [type, {}] as [string, Record<string, Field>]),
  ["structure", AGGREGATE],
  ["union", AGGREGATE],
  ["enum", AGGREGATE],
  ["intEnum", AGGREGATE],
  ["list", { member: "member" }],
  ["set", { member: "member" }],
  ["map", { key: "member", value: "member" }],
  ["operation", { input: "reference", output: "reference", errors: "references" }],
  [
    "service",
    {
      version: "text",
      operations: "references",
      resources: "references",
      errors: "references",
      rename: "names",
    },
  ],
  [
    "resource",
    {
      identifiers: "targets",
      properties: "targets",
      create: "reference",
      put: "reference",
      read: "reference",
      update: "reference",
      delete: "reference",
      list: "reference",
      operations: "references",
      collectionOperations: "references",
      resources: "references",
    },
  ],
]);

/** What Smithy allows as a name: letters, digits and `_`, but no digit first, and not `_` alone. */
const NAME = "(?:_*[A-Za-z]|_+\\d)\\w*";
const IDENTIFIER = new RegExp(`^${NAME}$`);
const SHAPE_ID = new RegExp(`^${NAME}(?:\\.${NAME})*#${NAME}(?:\\$${NAME})?$`);

/** Whether a shape id is written as Smithy demands; nothing else ever becomes a file's or a type's name. */
const isShapeId = (id: string): boolean => SHAPE_ID.test(id);

/** Everything that looks into values of traits goes down step by step; models need a tenth of it. */
const DEEPEST = 500;

/** Reads one AST file. What is malformed is reported and left out, so that everything is reported at once. */
export const readAst = (
  file: string,
  ast: Json,
): { readonly content: FileContent; readonly problems: Problem[] } => {
  const problems: Problem[] = [];
  const metadata = new Map<string, Json>();
  const drafts: Draft[] = [];
  const applies: Apply[] = [];
  const content: FileContent = { file, metadata, drafts, applies };
  const report = (shape: string, message: string, severity: Problem["severity"] = "error"): void =>
    void problems.push({ file, shape, severity, message });

  /** The entries of an object; anything else is reported as no object. */
  const entriesOf = (value: Json | undefined, shape: string, what: string): [string, Json][] => {
    if (value === undefined) return [];
    if (isObject(value)) return Object.entries(value);
    report(shape, `found ${describeJson(value)} for ${what}, expected an object`);
    return [];
  };

  const readTarget = (value: Json | undefined, shape: string, what: string): string | undefined => {
    const target = isObject(value) ? property(value, "target") : undefined;
    if (typeof target === "string" && isShapeId(target)) return target;
    report(
      shape,
      target === undefined
        ? `found ${describeJson(value)} for ${what}, expected an object with a "target"`
        : `found target ${describeJson(target)} for ${what}, expected a shape id such as "example#Name"`,
    );
    return undefined;
  };

  const readTargets = (value: Json | undefined, shape: string, what: string): string[] => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      report(shape, `found ${describeJson(value)} for ${what}, expected a list of targets`);
      return [];
    }
    return value
      .map((entry: Json) => readTarget(entry, shape, `an entry of ${what}`))
      .filter((target) => target !== undefined);
  };

  const readTraits = (value: Json | undefined, shape: string): DraftTraits =>
    new Map(
      entriesOf(value, shape, `"traits"`).filter(([id]) => {
        if (isShapeId(id)) return true;
        report(
          shape,
          `found trait ${quote(id)}, expected an absolute id such as "smithy.api#required"`,
        );
        return false;
      }),
    );

  const readMember = (
    value: Json | undefined,
    shape: string,
    name: string,
  ): DraftMember | undefined => {
    const target = readTarget(value, `${shape}$${name}`, "the member");
    if (target === undefined || !isObject(value)) return undefined;
    return { target, traits: readTraits(property(value, "traits"), `${shape}$${name}`) };
  };

  /** One reader for each kind of property. */
  const readers: Readonly<Record<Field, (draft: Draft, name: string, value: Json) => void>> = {
    members: ({ id, members }, name, value) => {
      for (const [memberName, entry] of entriesOf(value, id, quote(name))) {
        if (!IDENTIFIER.test(memberName)) {
          report(id, `found member ${quote(memberName)}, expected letters, digits and _`);
          continue;
        }
        const member = readMember(entry, id, memberName);
        if (member) members.set(memberName, member);
      }
    },
    member: ({ id, members }, name, value) => {
      const member = readMember(value, id, name);
      if (member) members.set(name, member);
    },
    reference: ({ id, references }, name, value) => {
      const target = readTarget(value, id, quote(name));
      if (target !== undefined) references.set(name, target);
    },
    references: ({ id, lists }, name, value) => {
      lists.set(name, readTargets(value, id, quote(name)));
    },
    targets: ({ id, maps }, name, value) => {
      const entries = new Map<string, string>();
      for (const [key, entry] of entriesOf(value, id, quote(name))) {
        const target = readTarget(entry, id, `${quote(key)} of ${quote(name)}`);
        if (!IDENTIFIER.test(key))
          report(id, `found ${quote(key)} in ${quote(name)}, expected letters, digits and _`);
        else if (target !== undefined) entries.set(key, target);
      }
      maps.set(name, entries);
    },
    names: ({ id, maps }, name, value) => {
      const entries = new Map<string, string>();
      for (const [shape, newName] of entriesOf(value, id, quote(name))) {
        if (typeof newName === "string" && IDENTIFIER.test(newName)) {
          entries.set(shape, newName);
        } else {
          report(
            id,
            `found ${describeJson(newName)} in ${quote(name)}, expected a name of letters, digits and _`,
          );
        }
      }
      maps.set(name, entries);
    },
    text: (draft, name, value) => {
      if (typeof value === "string") draft.version = value;
      else report(draft.id, `found ${describeJson(value)} for ${quote(name)}, expected a string`);
    },
  };

  const readShape = (id: string, type: string, shape: JsonObject): Draft => {
    const draft = newDraft(id, type, file);
    draft.traits = readTraits(property(shape, "traits"), id);
    draft.mixins = readTargets(property(shape, "mixins"), id, `"mixins"`);
    const fields = FIELDS.get(type);
    if (!fields) {
      report(id, `found type ${quote(type)}, expected a Smithy shape type such as "structure"`);
      return draft;
    }
    for (const name of Object.keys(shape)) {
      if (!["type", "traits", "mixins"].includes(name) && !Object.hasOwn(fields, name))
        report(id, `found property ${quote(name)}, which a ${type} does not have`, "warning");
    }
    for (const [name, field] of Object.entries(fields)) {
      const value = property(shape, name);
      if (value !== undefined) readers[field](draft, name, value);
      else if (field === "member" && draft.mixins.length === 0)
        report(id, `found no "${name}", which a ${type} needs`);
    }
    return draft;
  };

  if (isDeeperThan(ast, DEEPEST)) {
    report("", `found JSON that is nested more than ${DEEPEST} deep, expected less`);
    return { content, problems };
  }
  if (!isObject(ast)) {
    report("", `found ${describeJson(ast)}, expected a Smithy JSON AST: an object`);
    return { content, problems };
  }
  const version = property(ast, "smithy");
  if (version !== "2.0" && version !== "2" && version !== "1.0" && version !== "1") {
    report("", `found ${describeJson(version)} for "smithy", expected the version "2.0" or "1.0"`);
    return { content, problems };
  }
  for (const name of Object.keys(ast)) {
    if (!["smithy", "metadata", "shapes"].includes(name))
      report("", `found property ${quote(name)}, which a Smithy AST does not have`, "warning");
  }
  for (const [key, value] of entriesOf(property(ast, "metadata"), "", `"metadata"`))
    metadata.set(key, value);

  for (const [id, shape] of entriesOf(property(ast, "shapes"), "", `"shapes"`)) {
    if (!isShapeId(id)) {
      report("", `found shape id ${quote(id)}, expected one such as "example#Name"`);
      continue;
    }
    const type = isObject(shape) ? property(shape, "type") : undefined;
    if (!isObject(shape) || typeof type !== "string")
      report(id, `found ${describeJson(shape)}, expected an object with a "type"`);
    else if (type === "apply")
      applies.push({ target: id, file, traits: readTraits(property(shape, "traits"), id) });
    else if (id.includes("$"))
      report(id, `found a ${type} under a member's id, expected an "apply"`);
    else drafts.push(readShape(id, type, shape));
  }
  if (version === "1.0" || version === "1") drafts.forEach(fromVersion1);
  return { content, problems };
};

/** A shape with nothing in it yet. */
export const newDraft = (id: string, type: string, file: string): Draft => ({
  id,
  type,
  file,
  traits: new Map(),
  mixins: [],
  members: new Map(),
  version: "",
  references: new Map(),
  lists: new Map(),
  maps: new Map(),
});

/** Version 1.0 marks what may be absent (`box`) where 2.0 marks what has a default; `mergeFiles` adds those. */
const fromVersion1 = (draft: Draft): void => {
  if (ZERO_VALUES.has(draft.type) && !draft.traits.has("smithy.api#box"))
    draft.traits.set(VERSION_1_PRIMITIVE, {});

  if (draft.type !== "structure") return;
  for (const member of draft.members.values())
    if (!member.traits.has("smithy.api#box")) member.traits.set(VERSION_1_PRIMITIVE, {});
};

/** The values members of primitive types start with in version 1.0. */
export const ZERO_VALUES: ReadonlyMap<string, Json> = new Map<string, Json>([
  ["boolean", false],
  ["byte", 0],
  ["short", 0],
  ["integer", 0],
  ["long", 0],
  ["float", 0],
  ["double", 0],
]);

/** A mark of this loader, gone before anyone sees the model. */
export const VERSION_1_PRIMITIVE = "wickr.codegen#version1Primitive";
