import {
  access,
  camelCase,
  declarationName,
  literal,
  literalKey,
  templateText,
} from "../typescript/names.js";
import type { Json } from "../model/model.js";
import { FUNCTIONS } from "./functions.js";
import {
  type Condition,
  type Endpoint,
  type Expression,
  type Parameter,
  type Rule,
  type RuleSet,
  isCall,
  isReference,
} from "./rule-set.js";
import { type Value, type ValueType, atom, describeType, enclosed, testOf } from "./value.js";

/** Endpoint rules as TypeScript. */
export interface CompiledRules {
  /** The parameters that are used, as they are taken out of the function's argument: `Region: region`. */
  readonly bindings: readonly string[];
  /** The statements of the function. */
  readonly body: string;
  /** What it uses of the runtime, sorted. */
  readonly runtime: readonly string[];
  /** What cannot be carried, in words that name it. The rest means nothing if there is any. */
  readonly problems: readonly string[];
}

/** The built-ins that the client fills in, and the names it gives them by. */
export const BUILT_INS: Readonly<Record<string, string>> = {
  "AWS::Region": "Region",
  "AWS::UseFIPS": "UseFIPS",
  "AWS::UseDualStack": "UseDualStack",
  "SDK::Endpoint": "Endpoint",
};

/** The name under which a parameter's value is handed over: the built-in's, else its own. */
export const parameterKey = (name: string, parameter: Parameter): string =>
  (parameter.builtIn !== undefined && BUILT_INS[parameter.builtIn]) || name;

/** Makes a function body of a rule set: nested conditions, in the order of the rules. */
export const compileEndpointRules = (ruleSet: RuleSet): CompiledRules => {
  const compiler = new Compiler(ruleSet);
  return compiler.compile();
};

/** Variables in sight, with what is known of them at this point. */
type Scope = ReadonlyMap<string, Value>;

/** Lines of code, and whether what follows them can still be reached. */
interface Block {
  readonly lines: readonly string[];
  readonly ends: boolean;
}

class Compiler {
  readonly #ruleSet: RuleSet;
  readonly #runtime = new Set<string>();
  readonly #problems = new Set<string>();
  readonly #used = new Set<string>();

  constructor(ruleSet: RuleSet) {
    this.#ruleSet = ruleSet;
  }

  compile(): CompiledRules {
    const { version = "1.0", parameters, rules } = this.#ruleSet;
    if (!/^1\.\d+$/.test(version))
      this.#problems.add(`endpoint rules of version ${version} are not supported`);
    const scope = new Map<string, Value>();
    const declared = Object.entries(parameters).map(([name, parameter]) => {
      const value = this.#parameter(name, parameter, scope);
      scope.set(name, value);
      return { name, parameter, local: value.code };
    });
    const { lines, ends } = this.#rules(rules, scope);
    const checks = declared.flatMap(({ name, parameter, local }) => {
      if (parameter.required !== true || parameter.default !== undefined) return [];
      this.#used.add(name);
      return [
        `if (${local} == null) ${this.#throw(literal(`Missing required parameter: ${name}`))}`,
      ];
    });
    return {
      bindings: declared
        .filter(({ name }) => this.#used.has(name))
        .map(({ name, parameter, local }) => {
          const key = parameterKey(name, parameter);
          const otherwise =
            parameter.default === undefined ? "" : ` = ${literal(parameter.default)}`;
          return `${key === local ? "" : `${literalKey(key)}: `}${local}${otherwise}`;
        }),
      body: [...checks, ...lines, ...(ends ? [] : [this.#exhausted()])].join("\n"),
      runtime: [...this.#runtime].sort(),
      problems: [...this.#problems],
    };
  }

  #parameter(name: string, parameter: Parameter, scope: Scope): Value {
    const { type, builtIn, default: otherwise, required } = parameter;
    const known = { string: "string", boolean: "boolean", stringarray: "strings" }[
      type.toLowerCase()
    ];
    if (!known)
      this.#problems.add(`parameter ${name} has the type ${type}, which is not supported`);
    if (builtIn !== undefined && !BUILT_INS[builtIn]) {
      this.#problems.add(
        `parameter ${name} asks for the built-in ${builtIn}, which is not supported`,
      );
    }
    const optional = otherwise === undefined && required !== true;
    return atom(localName(name, scope), (known ?? "string") as ValueType, optional);
  }

  #rules(rules: readonly Rule[], scope: Scope): Block {
    const lines: string[] = [];
    // What is worked out here can be seen by the rules that follow.
    const constants = new Map<string, string>();
    for (const rule of rules) {
      const block = this.#rule(rule, scope, constants);
      lines.push(...block.lines);
      if (block.ends) return { lines, ends: true };
    }
    return { lines, ends: false };
  }

  #rule(rule: Rule, scope: Scope, constants: Map<string, string>): Block {
    const inner = new Map(scope);
    const lines: string[] = [];
    const closings: string[] = [];
    let tests: string[] = [];
    const open = () => {
      if (tests.length === 0) return;
      lines.push(`if (${tests.join(" && ")}) {`);
      closings.push("}");
      tests = [];
    };
    for (const condition of rule.conditions ?? []) {
      const value = this.#call(condition, inner);
      if (condition.assign === undefined) {
        const test = testOf(value);
        if (test === "false") return { lines: [], ends: false };
        if (test !== undefined && test !== "true") tests.push(joinable(value, test));
      } else {
        open();
        const outside = closings.length === 0 ? constants : new Map<string, string>();
        const local = localName(
          condition.assign,
          inner,
          (name) => outside.has(name) && outside.get(name) !== value.code,
        );
        const assigned = atom(local, value.type, value.optional);
        if (!outside.has(local)) lines.push(`const ${local} = ${value.code};`);
        outside.set(local, value.code);
        const test = testOf(assigned);
        if (test !== undefined) tests.push(test);
        inner.set(condition.assign, { ...assigned, optional: false });
      }
      narrow(condition, inner);
    }
    open();
    lines.push(...this.#outcome(rule, inner), ...closings);
    return { lines, ends: closings.length === 0 };
  }

  #outcome(rule: Rule, scope: Scope): readonly string[] {
    if (rule.endpoint) return [this.#endpoint(rule.endpoint, scope)];
    if (rule.error !== undefined) return [this.#throw(this.#expression(rule.error, scope).code)];
    if (!rule.rules) {
      this.#problems.add(`rules of type ${rule.type ?? "unknown"} are not supported`);
      return [];
    }
    const { lines, ends } = this.#rules(rule.rules, scope);
    return ends ? lines : [...lines, this.#exhausted()];
  }

  #endpoint({ url, headers = {}, properties = {} }: Endpoint, scope: Scope): string {
    const parts = [`url: new URL(${this.#text(url, scope)})`];
    const headerCode = Object.entries(headers).map(
      ([name, values]) =>
        `${literalKey(name)}: [${values.map((value) => this.#text(value, scope)).join(", ")}]`,
    );
    if (headerCode.length > 0) parts.push(`headers: { ${headerCode.join(", ")} }`);
    if (Object.keys(properties).length > 0)
      parts.push(`properties: ${this.#property(properties, scope)}`);
    return `return { ${parts.join(", ")} };`;
  }

  /** Properties hold templates at any depth. */
  #property(value: Json, scope: Scope): string {
    if (typeof value === "string") return this.#template(value, scope).code;
    if (Array.isArray(value))
      return `[${value.map((item) => this.#property(item as Json, scope)).join(", ")}]`;
    if (typeof value !== "object" || value === null) return literal(value);
    const entries = Object.entries(value as Record<string, Json>);
    return `{ ${entries.map(([name, item]) => `${literalKey(name)}: ${this.#property(item, scope)}`).join(", ")} }`;
  }

  #throw(message: string): string {
    this.#runtime.add("EndpointError");
    return `throw new EndpointError(${message});`;
  }

  #exhausted(): string {
    return this.#throw(literal("No endpoint rule matches the configuration."));
  }

  #text(expression: Expression, scope: Scope): string {
    const value = this.#expression(expression, scope);
    return this.#argument(value, "string", false, "the result");
  }

  #expression(expression: Expression, scope: Scope): Value {
    if (typeof expression === "string") return this.#template(expression, scope);
    if (typeof expression === "boolean") return atom(String(expression), "boolean");
    if (typeof expression === "number") return atom(literal(expression), "integer");
    if (isReference(expression)) return this.#reference(expression.ref, scope);
    if (isCall(expression)) return this.#call(expression, scope);
    const items = (expression as readonly Expression[]).map((item) => this.#text(item, scope));
    return atom(`[${items.join(", ")}]`, "strings");
  }

  #reference(name: string, scope: Scope): Value {
    const value = scope.get(name);
    if (value) {
      if (Object.hasOwn(this.#ruleSet.parameters, name)) this.#used.add(name);
      return value;
    }
    this.#problems.add(`reference to ${name}, which is neither a parameter nor assigned before`);
    return atom("undefined", "string", true);
  }

  #call({ fn, argv }: Pick<Condition, "fn" | "argv">, scope: Scope): Value {
    if (fn === "getAttr") {
      const [of, path] = argv;
      return this.#attribute(this.#expression(of ?? "", scope), String(path));
    }
    const definition = Object.hasOwn(FUNCTIONS, fn) ? FUNCTIONS[fn] : undefined;
    if (!definition) {
      this.#problems.add(`function ${fn} is not supported`);
      return atom("undefined", "boolean");
    }
    const {
      parameters,
      required = parameters.length,
      variadic = false,
      takesNothing = false,
    } = definition;
    if (argv.length < required || (!variadic && argv.length > parameters.length)) {
      this.#problems.add(`function ${fn} takes ${required} arguments, found: ${argv.length}`);
      return atom("undefined", "boolean");
    }
    const values = argv.map((argument, index) => {
      const value = this.#expression(argument, scope);
      const type = parameters[Math.min(index, parameters.length - 1)] ?? "any";
      const code = this.#argument(value, type, takesNothing, `argument ${index + 1} of ${fn}`);
      return code === value.code ? value : atom(code, value.type);
    });
    return definition.write(values, (name) => {
      this.#runtime.add(name);
      return name;
    });
  }

  /** The value's text, once its type is found to be right. */
  #argument(value: Value, type: ValueType | "any", takesNothing: boolean, place: string): string {
    if (type !== "any" && value.type !== type) {
      this.#problems.add(
        `expected ${place} to be a ${describeType(type)}, found: ${describeType(value.type)}`,
      );
    }
    if (value.optional && !takesNothing) {
      this.#problems.add(`${place} may be missing: ${value.code} is not checked by isSet before`);
    }
    return value.code;
  }

  /** `scheme`, `resourceId[0]`, `[1]`. */
  #attribute(of: Value, path: string): Value {
    let value = of;
    for (const [, key, index] of path.matchAll(/([^.[\]]+)|\[(-?\d+)\]/g)) {
      const dot = value.optional ? "?." : "";
      if (index !== undefined) {
        if (value.type !== "strings")
          this.#problems.add(`index ${index} taken of ${describeType(value.type)} in ${path}`);
        const at = Number(index) < 0 ? `${dot || "."}at(${index})` : `${dot}[${index}]`;
        value = atom(enclosed(value) + at, "string", true);
      } else {
        const type =
          typeof value.type === "object" && Object.hasOwn(value.type, key!)
            ? value.type[key!]
            : undefined;
        if (type === undefined)
          this.#problems.add(`attribute ${key} of ${value.code} is not known`);
        value = atom(
          `${enclosed(value)}${dot ? "?" : ""}${access(key!)}`,
          type ?? "string",
          value.optional,
        );
      }
    }
    return value;
  }

  /** Text with `{name}` and `{name#attribute}`; doubled braces stand for themselves. */
  #template(text: string, scope: Scope): Value {
    const parts: { fixed?: string; readonly value?: Value }[] = [];
    for (const [whole, reference] of text.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]/g)) {
      if (reference === undefined) {
        const fixed = whole === "{{" ? "{" : whole === "}}" ? "}" : whole;
        // Texts side by side become one before they are escaped: `$` and `{` mean something together.
        const last = parts.at(-1);
        if (last?.fixed !== undefined) last.fixed += fixed;
        else parts.push({ fixed });
        continue;
      }
      const [name = "", attribute] = reference.split("#");
      const base = this.#reference(name, scope);
      const value = attribute === undefined ? base : this.#attribute(base, attribute);
      this.#argument(value, "string", false, `{${reference}}`);
      parts.push({ value });
    }
    const [first] = parts;
    if (first?.value && parts.length === 1) return first.value;
    if (parts.every(({ value }) => !value))
      return atom(literal(parts.map(({ fixed }) => fixed).join("")), "string");
    const code = parts.map(({ fixed = "", value }) =>
      value ? `\${${value.code}}` : templateText(fixed),
    );
    return atom(`\`${code.join("")}\``, "string");
  }
}

/** A name for a variable that hides no other one in sight, nor a function of the runtime. */
const localName = (name: string, scope: Scope, taken = (_name: string) => false): string => {
  const inSight = new Set([...scope.values()].map(({ code }) => code));
  let local = declarationName(
    camelCase(name.replaceAll(/[^A-Za-z0-9_]/g, "_").replace(/^\d/, "_$&")),
  );
  while (RUNTIME_NAMES.has(local) || inSight.has(local) || taken(local)) local = `_${local}`;
  return local;
};

/** What has been found to be set is known to be there in what follows. */
const narrow = (condition: Condition, scope: Map<string, Value>): void => {
  const [argument] = condition.argv;
  if (condition.fn !== "isSet" || argument === undefined || !isReference(argument)) return;
  const value = scope.get(argument.ref);
  if (value) scope.set(argument.ref, { ...value, optional: false });
};

/** A test that can be joined to others by `&&`. */
const joinable = (value: Value, test: string): string =>
  / \?\?|\? /.test(value.code) ? `(${test})` : test;

/** Names that generated code imports: no variable may hide them. */
const RUNTIME_NAMES = new Set([
  "EndpointError",
  "partition",
  "parseUrl",
  "parseArn",
  "isValidHostLabel",
  "isVirtualHostableS3Bucket",
  "substring",
  "uriEncode",
  "splitText",
  "undefined",
]);
