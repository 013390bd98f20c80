import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import Handlebars from "handlebars";

/** Renders a template by its path below `templates/`, without `.hbs`: `client/command`. */
export type Render = (template: string, plan: object) => string;

/** From `src/render` in tests and from `dist` when installed: the templates lie in the package itself. */
const packageRoot = (): string => {
  const here = fileURLToPath(import.meta.url);
  return here.slice(0, here.search(/[\\/](src|dist)[\\/](?!.*[\\/](src|dist)[\\/])/));
};

/**
 * Compiles every template. A file whose name begins with `_` is a partial, used as `{{> client/_name}}`.
 * Nothing is escaped here: plans hold text that is safe where the template puts it
 * (see facts/typescript-names.ts and plan/documentation.ts), and a template that asks for
 * something its plan lacks fails.
 */
export const loadTemplates = (root = join(packageRoot(), "templates")): Render => {
  const handlebars = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(".hbs")) continue;
    const file = join(entry.parentPath, entry.name);
    const name = relative(root, file)
      .replaceAll("\\", "/")
      .replace(/\.hbs$/, "");
    const template = readFileSync(file, "utf8");
    if (entry.name.startsWith("_")) handlebars.registerPartial(name, template);
    else
      compiled.set(
        name,
        handlebars.compile(template, { noEscape: true, strict: true, knownHelpersOnly: true }),
      );
  }
  return (name, plan) => {
    const template = compiled.get(name);
    if (!template) throw new Error(`There is no template ${name}.hbs in ${root}.`);
    return template(plan);
  };
};
