import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A type as the declarations write it, without `undefined` and `null`. */
export type DeclaredType =
  | { readonly name: string }
  | { readonly list: DeclaredType }
  | { readonly key: DeclaredType; readonly value: DeclaredType };

/** A member as the declarations have it. */
export interface DeclaredMember {
  readonly type: DeclaredType;
  /** Whether it may be left out: `name?:`. */
  readonly optional: boolean;
}

/** What the type declarations of an official client tell beyond its schemas. */
export interface Declarations {
  /** Structures, unions and errors by name, and their members. */
  readonly types: ReadonlyMap<string, ReadonlyMap<string, DeclaredMember>>;
  /** By operation: what its documentation says that it throws. */
  readonly errors: ReadonlyMap<string, readonly string[]>;
}

/** Reads them below the folder of a package; undefined where it has none. */
export const declarationsIn = (folder: string): Declarations | undefined => {
  const models = textsIn(join(folder, "dist-types/models"));
  const commands = textsIn(join(folder, "dist-types/commands"));
  if (models.length === 0 || commands.length === 0) return undefined;
  return {
    types: new Map(models.flatMap(({ text }) => [...typesIn(text)])),
    errors: new Map(
      commands
        .filter(({ name }) => name.endsWith("Command.d.ts"))
        .map(({ name, text }) => [name.slice(0, -"Command.d.ts".length), thrownIn(text)]),
    ),
  };
};

const textsIn = (folder: string): { name: string; text: string }[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".d.ts"))
        .sort()
        .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }))
    : [];

const HEAD = /^export (?:interface|declare class|declare namespace) (\w+)\b.*\{(\})?$/;
const MEMBER = /^\s+(?:readonly )?(?:"([^"]+)"|(\w+))(\??): (.+);$/;

/** The generated declarations have one member a line, and a type's last brace at the line's start. */
const typesIn = (text: string): Map<string, Map<string, DeclaredMember>> => {
  const types = new Map<string, Map<string, DeclaredMember>>();
  let current: Map<string, DeclaredMember> | undefined;
  for (const line of text.split(/\r?\n/)) {
    const head = HEAD.exec(line);
    if (head?.[1] !== undefined) {
      current = new Map();
      types.set(head[1], current);
      if (head[2] !== undefined) current = undefined;
    } else if (line.startsWith("}")) {
      current = undefined;
    } else if (current) {
      const [, quoted, plain, mark, type] = MEMBER.exec(line) ?? [];
      const name = quoted ?? plain;
      if (name === undefined || type === undefined) continue;
      // Of a union, each alternative says that it is never any of the others, and visitors are functions.
      if (type === "never" || type.startsWith("(value: ")) continue;
      current.set(name, { type: typeOf(type), optional: mark === "?" });
    }
  }
  return types;
};

const typeOf = (text: string): DeclaredType => {
  const own = text
    .trim()
    .replace(/( \| (undefined|null))+$/, "")
    .trim();
  const array = /^(.+)\[\]$/.exec(own);
  if (array?.[1] !== undefined) return { list: typeOf(array[1].replace(/^\((.*)\)$/, "$1")) };
  const partial = /^Partial<(.+)>$/.exec(own);
  if (partial?.[1] !== undefined) return typeOf(partial[1]);
  const record = /^Record<(\w+), (.+)>$/.exec(own);
  if (record?.[1] !== undefined && record[2] !== undefined)
    return { key: typeOf(record[1]), value: typeOf(record[2]) };

  return { name: own };
};

const thrownIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/@throws \{@link (\w+)\}/g)].map(([, name = ""]) => name)),
];
