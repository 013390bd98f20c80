import type { Json } from "../model/model.js";
import {
  type Condition,
  type Endpoint,
  type Parameter,
  type Rule,
  type RuleSet,
  isBuiltIn,
  isReference,
  parameterKey,
} from "../facts/endpoints/rule-set.js";
import { camelCase } from "../typescript/names.js";
import { runtime } from "../typescript/runtime.js";
import {
  type Binding,
  type Expression,
  type Local,
  type ObjectEntry,
  type Statement,
  array,
  binary,
  construct,
  declare,
  entry,
  give,
  isMissing,
  literal,
  local,
  name as variable,
  object,
  raise,
  when,
} from "../typescript/tree.js";
import { sameCode } from "../typescript/tree-queries.js";
import {
  type Notes,
  type Scope,
  compileCall,
  compileExpression,
  compileTemplate,
  compileText,
} from "./expressions.js";
import { type Value, type ValueType, testOf, valueOf } from "./value.js";

/** Endpoint rules as the parts of a function. */
export interface CompiledRules {
  /** The parameters that are used, as they are taken out of the function's argument. */
  readonly bindings: readonly Binding[];
  readonly statements: readonly Statement[];
  /** What cannot be carried, in words that name it. The rest means nothing if there is any. */
  readonly problems: readonly string[];
}

/** Makes a function of a rule set: nested conditions, in the order of the rules. */
export const compileEndpointRules = (ruleSet: RuleSet): CompiledRules => {
  const notes: Notes = { ruleSet, problems: new Set(), used: new Set() };
  const { version = "1.0", parameters, rules } = ruleSet;
  if (!/^1\.\d+$/.test(version))
    notes.problems.add(`endpoint rules of version ${version} are not supported`);

  const declared = Object.entries(parameters).map(([name, parameter]) =>
    declareParameter(notes, name, parameter),
  );
  const scope = new Map(declared.map(({ name, value }) => [name, value]));
  const { statements, ends } = compileRules(notes, rules, scope);
  const checks = declared.flatMap(({ name, parameter, value }) => {
    if (parameter.required !== true || parameter.default !== undefined) return [];
    notes.used.add(name);
    const message = literal(`Missing required parameter: ${name}`);
    return [when(isMissing(value.expression), [fail(message)])];
  });
  return {
    bindings: declared
      .filter(({ name }) => notes.used.has(name))
      .map(({ name, parameter, variable: of }) => ({
        key: parameterKey(name, parameter),
        local: of,
        ...(parameter.default !== undefined && { otherwise: literal(parameter.default) }),
      })),
    statements: [...checks, ...statements, ...(ends ? [] : [exhausted()])],
    problems: [...notes.problems],
  };
};

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["string", "string"],
  ["boolean", "boolean"],
  ["stringarray", "strings"],
]);

const declareParameter = ({ problems }: Notes, name: string, parameter: Parameter) => {
  const { type, builtIn, default: otherwise, required } = parameter;
  const known = TYPES.get(type.toLowerCase());
  if (!known) problems.add(`parameter ${name} has the type ${type}, which is not supported`);
  if (builtIn !== undefined && !isBuiltIn(builtIn))
    problems.add(`parameter ${name} asks for the built-in ${builtIn}, which is not supported`);

  const of = localOf(name);
  const isOptional = otherwise === undefined && required !== true;
  return {
    name,
    parameter,
    variable: of,
    value: valueOf(local(of), known ?? "string", isOptional),
  };
};

const localOf = (name: string): Local => ({ hint: camelCase(name) });

/** Statements, and whether what follows them can still be reached. */
interface Block {
  readonly statements: readonly Statement[];
  readonly ends: boolean;
}

/** A variable that was worked out once and can be seen by the rules that follow. */
interface Constant {
  readonly name: string;
  readonly variable: Local;
  readonly value: Expression;
}

const compileRules = (notes: Notes, rules: readonly Rule[], scope: Scope): Block => {
  const statements: Statement[] = [];
  const constants: Constant[] = [];
  for (const rule of rules) {
    const block = compileRule(notes, rule, scope, constants);
    statements.push(...block.statements);
    constants.push(...block.constants);
    if (block.ends) return { statements, ends: true };
  }
  return { statements, ends: false };
};

/** What stands under one test, or under none. */
interface Level {
  readonly test: Expression | undefined;
  readonly statements: Statement[];
}

/** A rule: tests around each other, with the variables between them, and what it comes to inside. */
const compileRule = (
  notes: Notes,
  rule: Rule,
  outer: Scope,
  known: readonly Constant[],
): Block & { readonly constants: readonly Constant[] } => {
  const scope = new Map(outer);
  const constants: Constant[] = [];
  const top: Level = { test: undefined, statements: [] };
  const inner: Level[] = [];
  let tests: Expression[] = [];
  const open = () => {
    const [first, ...rest] = tests;
    if (!first) return;
    const test = rest.reduce((left, right) => binary(left, "&&", right), first);
    inner.push({ test, statements: [] });
    tests = [];
  };
  const addTest = (test: Expression) => {
    if (!isLiteral(test, true)) tests.push(test);
  };
  for (const condition of rule.conditions ?? []) {
    const value = compileCall(notes, condition, scope);
    const { assign } = condition;
    if (assign === undefined) {
      const test = testOf(value);
      if (isLiteral(test, false)) return { statements: [], ends: false, constants: [] };
      addTest(test);
    } else {
      open();
      const level = inner.at(-1) ?? top;
      const constant =
        level === top
          ? [...known, ...constants].find((one) => isSame(one, assign, value))
          : undefined;
      const of = constant?.variable ?? localOf(assign);
      if (!constant) {
        level.statements.push(declare(of, value.expression));
        if (level === top) constants.push({ name: assign, variable: of, value: value.expression });
      }
      const assigned = valueOf(local(of), value.type, value.optional);
      addTest(testOf(assigned));
      scope.set(assign, { ...assigned, optional: false });
    }
    narrow(condition, scope);
  }
  open();
  const statements = inner.reduceRight<readonly Statement[]>(
    (inside, level) => (level.test ? [when(level.test, [...level.statements, ...inside])] : inside),
    compileOutcome(notes, rule, scope),
  );
  return {
    statements: [...top.statements, ...statements],
    ends: inner.length === 0,
    constants,
  };
};

const isLiteral = (expression: Expression, value: boolean): boolean =>
  expression.kind === "literal" && expression.value === value;

const isSame = (constant: Constant, name: string, { expression }: Value): boolean =>
  constant.name === name && sameCode(constant.value, expression);

/** What has been found to be set is known to be there in what follows. */
const narrow = (condition: Condition, scope: Map<string, Value>): void => {
  const [argument] = condition.argv;
  if (condition.fn !== "isSet" || argument === undefined || !isReference(argument)) return;
  const value = scope.get(argument.ref);
  if (value) scope.set(argument.ref, { ...value, optional: false });
};

const compileOutcome = (notes: Notes, rule: Rule, scope: Scope): readonly Statement[] => {
  if (rule.endpoint) return [give(compileEndpoint(notes, rule.endpoint, scope))];
  if (rule.error !== undefined)
    return [fail(compileExpression(notes, rule.error, scope).expression)];

  if (!rule.rules) {
    notes.problems.add(`rules of type ${rule.type ?? "unknown"} are not supported`);
    return [];
  }
  const { statements, ends } = compileRules(notes, rule.rules, scope);
  return ends ? statements : [...statements, exhausted()];
};

const compileEndpoint = (
  notes: Notes,
  { url, headers = {}, properties = {} }: Endpoint,
  scope: Scope,
): Expression => {
  const parts = [entry("url", construct(variable("URL"), compileText(notes, url, scope)))];
  const headerEntries = Object.entries(headers).map(([name, values]): ObjectEntry =>
    entry(name, array(values.map((value) => compileText(notes, value, scope)))),
  );
  if (headerEntries.length > 0) parts.push(entry("headers", object(headerEntries)));
  if (Object.keys(properties).length > 0)
    parts.push(entry("properties", compileProperty(notes, properties, scope)));

  return object(parts);
};

/** Properties hold templates at any depth. */
const compileProperty = (notes: Notes, value: Json, scope: Scope): Expression => {
  if (typeof value === "string") return compileTemplate(notes, value, scope).expression;
  if (Array.isArray(value))
    return array(value.map((item: Json) => compileProperty(notes, item, scope)));

  if (typeof value !== "object" || value === null) return literal(value);
  return object(
    Object.entries(value as { readonly [name: string]: Json }).map(([name, item]) =>
      entry(name, compileProperty(notes, item, scope)),
    ),
  );
};

const fail = (message: Expression): Statement =>
  raise(construct(runtime.internal.EndpointError, message));

const exhausted = (): Statement => fail(literal("No endpoint rule matches the configuration."));
