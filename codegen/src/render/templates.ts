import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";
import type { Json } from "../model/model.js";
import { type Documentation, printDocumentation } from "../typescript/documentation.js";
import { access, literal, literalKey, propertyKey } from "../typescript/names.js";
import type { Printer } from "../typescript/printer.js";
import { runtime, smithy } from "../typescript/runtime.js";
import type { Expression, Statement, Type } from "../typescript/tree.js";

/** Renders a template by its path below `templates/`, without `.hbs`: `client/command`. */
export type Render = (template: string, plan: object, printer: Printer) => string;

/** What Handlebars hands to a helper besides its arguments. */
interface HelperOptions {
  readonly data: { readonly printer: Printer };
}

/** What templates print facts with. Each turns one fact into text that is safe where it stands. */
const HELPERS = {
  /** An expression, or a symbol that the file uses at run time. */
  ts: (of: Expression, { data }: HelperOptions) => data.printer.expression(of),
  /** Statements, each on a line of its own. */
  statements: (of: readonly Statement[], { data }: HelperOptions) => data.printer.statements(of),
  /** A type, or a symbol whose type alone is used. */
  type: (of: Type, { data }: HelperOptions) => data.printer.type(of),
  /** A documentation comment and a line break, or nothing. */
  doc: (of: Documentation) => printDocumentation(of),
  /** A property's name in an object literal. */
  key: (of: string) => literalKey(of),
  /** A property's name in an interface. */
  property: (of: string) => propertyKey(of),
  /** Access to a property: `.name`, `["odd name"]`. */
  access: (of: string) => access(of),
  /** A value as a literal. */
  literal: (of: Json) => literal(of),
} as const;

/** From `src/render` in tests and from `dist` when installed: the templates lie in the package itself. */
const packageRoot = (): string => {
  const here = fileURLToPath(import.meta.url);
  return here.slice(0, here.search(/[\\/](src|dist)[\\/](?!.*[\\/](src|dist)[\\/])/));
};

/**
 * Compiles every template. A file whose name begins with `_` is a partial, used as `{{> client/_name}}`.
 * Handlebars escapes nothing here: what comes from a model goes through one of the helpers, and only
 * names that are identifiers stand in templates as they are. What the runtime exports is at hand by
 * entry: `{{ts @internal.Command}}`. A template that asks for something its plan lacks fails.
 */
export const loadTemplates = (root = join(packageRoot(), "templates")): Render => {
  const handlebars = Handlebars.create();
  const knownHelpers = Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true]));
  const options = { noEscape: true, strict: true, knownHelpersOnly: true, knownHelpers };
  for (const [name, helper] of Object.entries(HELPERS)) handlebars.registerHelper(name, helper);
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".hbs")) continue;
    const file = join(entry.parentPath, entry.name);
    const name = relative(root, file)
      .replaceAll("\\", "/")
      .replace(/\.hbs$/, "");
    const template = readFileSync(file, "utf8");
    if (entry.name.startsWith("_")) handlebars.registerPartial(name, template);
    else compiled.set(name, handlebars.compile(template, options));
  }
  return (name, plan, printer) => {
    const template = compiled.get(name);
    if (!template) throw new Error(`There is no template ${name}.hbs in ${root}.`);
    return template(plan, { data: { printer, smithy, ...runtime } });
  };
};
