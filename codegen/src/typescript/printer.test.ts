import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printerOf, printed } from "../../test-fixtures/printed.js";
import { type Completion, interpret } from "../../test-fixtures/interpreter.js";
import { imported, symbolOf } from "./symbols.js";
import {
  type Expression,
  type Local,
  type Statement,
  array,
  arrow,
  assign,
  awaited,
  binary,
  block,
  call,
  conditional,
  construct,
  declare,
  element,
  entry,
  give,
  keyword,
  literal,
  local,
  member,
  method,
  name,
  nonNull,
  not,
  object,
  pureCall,
  raise,
  run,
  spread,
  spreadItem,
  template,
  when,
} from "./tree.js";

/** A tree, once it is known which variables are in sight. */
type Build<T = Expression> = (inSight: readonly Local[]) => T;

const HOSTILE = [
  "\"'`\\ ${x} */ // \n\r\u2028\u2029\0 </script>",
  "`",
  "${",
  "$",
  "{",
  "}",
  "\\",
  "\ud800",
  "value",
  "item => 1",
  "__proto__",
  "a",
  "",
];

/** Values and functions that trees find around them. */
const GLOBALS = {
  x: { a: [1, "b", { a: null }], b: "text", "odd key": { a: 3 } },
  y: undefined,
  Box: class Box {
    constructor(readonly inside: unknown) {}
  },
};

/** What trees import: one has the name of a variable around, one that of the test's own variables. */
const IMPORTED = {
  x: (...values: unknown[]) => values,
  item: (list: unknown, each: (value: unknown) => unknown) =>
    Array.isArray(list) ? list.map((value) => each(value)) : list,
};

const SYMBOLS = { x: imported("x", "runtime"), item: imported("item", "runtime") };

const hostile = fc.constantFrom(...HOSTILE);
/** Members that no object inherits. */
const key = fc.constantFrom("a", "b", "odd key", "0", "length", "in", "\u2028", "`${");
const hint = fc.constantFrom("item", "value", "x", "_x", "y", "class", "odd name", "1", "${a}", "");

const json = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(null, true, false, 0, -0, 1, -1, 2.5, -1e-7, 1e21),
    hostile,
    fc.array(tie("json"), { maxLength: 2 }),
    fc.dictionary(hostile, tie("json"), { maxKeys: 2 }),
  ),
})).json;

const anyTree = fc.letrec<Record<"tree", Build> & Record<"body", Build<Statement[]>>>((tie) => {
  const tree = tie("tree");
  const trees = fc.array(tree, { maxLength: 3 });
  const all = (list: readonly Build[], inSight: readonly Local[]) =>
    list.map((build) => build(inSight));
  const parts = <Parts extends readonly fc.Arbitrary<unknown>[]>(...of: Parts) => fc.tuple(...of);
  return {
    tree: fc.oneof(
      { maxDepth: 5, depthSize: "medium", withCrossShrink: true },
      json.map(
        (value): Build =>
          () =>
            literal(value as never),
      ),
      fc.constantFrom<Build>(
        () => literal(undefined),
        () => literal(-5n),
        () => literal(7n),
        () => name("x"),
        () => name("y"),
      ),
      fc.nat(9).map(
        (index): Build =>
          (inSight) =>
            inSight.length > 0 ? local(inSight[index % inSight.length]!) : name("x"),
      ),
      fc.tuple(tree, key, fc.boolean()).map(
        ([of, text, optional]): Build =>
          (inSight) =>
            member(of(inSight), text, optional),
      ),
      fc.tuple(tree, tree, fc.boolean()).map(
        ([of, index, optional]): Build =>
          // An index may be any text: it is made one that nothing inherits.
          (inSight) =>
            element(of(inSight), template(["-", index(inSight)]), optional),
      ),
      fc.tuple(tree, fc.integer({ min: -2, max: 2 }), fc.boolean()).map(
        ([of, index, optional]): Build =>
          (inSight) =>
            element(of(inSight), literal(index), optional),
      ),
      fc.tuple(tree, tree, fc.boolean()).map(
        ([of, index, optional]): Build =>
          (inSight) =>
            method(of(inSight), "at", [index(inSight)], optional),
      ),
      fc.tuple(trees, fc.boolean()).map(
        ([args, isPure]): Build =>
          (inSight) =>
            (isPure ? pureCall : call)(SYMBOLS.x, ...all(args, inSight)),
      ),
      fc.tuple(tree, hint, tree).map(([list, text, body]): Build => (inSight) => {
        const item = { hint: text };
        const each = arrow([item], body([item, ...inSight]));
        return call(SYMBOLS.item, list(inSight), each);
      }),
      fc
        .tuple(hint, hint, tree, tree, tree, fc.boolean())
        .map(([one, two, body, first, second, isPure]): Build => (inSight) => {
          const [a, b] = [{ hint: one }, { hint: two }];
          const callee = arrow([a, b], body([b, a, ...inSight]));
          return (isPure ? pureCall : call)(callee, first(inSight), second(inSight));
        }),
      fc
        .tuple(hint, hint, tree, tree, tree)
        .map(([one, two, otherwise, body, given]): Build => (inSight) => {
          const [a, b] = [{ hint: one }, { hint: two }];
          const bindings = [
            { key: "a", local: a },
            { key: "odd key", local: b, otherwise: otherwise(inSight) },
          ];
          return call(arrow([{ of: bindings }], body([b, a, ...inSight])), given(inSight));
        }),
      fc.tuple(hint, tie("body"), tree).map(([text, body, given]): Build => (inSight) => {
        const a = { hint: text };
        return call(arrow([a], body([a, ...inSight])), given(inSight));
      }),
      tree.map(
        (of): Build =>
          (inSight) =>
            construct(name("Box"), of(inSight)),
      ),
      trees.map(
        (items): Build =>
          (inSight) =>
            array(all(items, inSight)),
      ),
      fc.tuple(trees, trees).map(
        ([items, more]): Build =>
          (inSight) =>
            array([spreadItem(array(all(items, inSight))), ...all(more, inSight)], "broken"),
      ),
      fc.array(fc.tuple(hostile, tree), { maxLength: 3 }).map(
        (entries): Build =>
          (inSight) =>
            object(entries.map(([text, value]) => entry(text, value(inSight)))),
      ),
      fc.tuple(hostile, tree, tree).map(
        ([text, value, of]): Build =>
          (inSight) =>
            object([entry(text, value(inSight)), spread(of(inSight))]),
      ),
      fc.array(fc.oneof(hostile, tree), { maxLength: 4 }).map(
        (mixed): Build =>
          (inSight) =>
            template(mixed.map((part) => (typeof part === "string" ? part : part(inSight)))),
      ),
      parts(
        tree,
        fc.constantFrom(
          ...(["??", "||", "&&", "==", "!=", "===", "!==", "<", "<=", ">", ">="] as const),
        ),
        tree,
      ).map(
        ([left, operator, right]): Build =>
          (inSight) =>
            binary(left(inSight), operator, right(inSight)),
      ),
      // Twice as often: they are what has to be told apart.
      parts(tree, fc.constantFrom(...(["??", "||", "&&"] as const)), tree).map(
        ([left, operator, right]): Build =>
          (inSight) =>
            binary(left(inSight), operator, right(inSight)),
      ),
      tree.map(
        (of): Build =>
          (inSight) =>
            not(of(inSight)),
      ),
      fc.tuple(tree, tree, tree).map(
        ([of, yes, no]): Build =>
          (inSight) =>
            conditional(of(inSight), yes(inSight), no(inSight)),
      ),
    ),
    body: fc
      .tuple(hint, hint, key, fc.constantFrom("=", "??="), tree, tree, tree, tree)
      .map(
        ([one, two, text, operator, first, second, check, last]): Build<Statement[]> =>
          (inSight) => {
            const [a, b, c] = [{ hint: one }, { hint: two }, { hint: two }];
            const within = [a, ...inSight];
            return [
              declare(a, object([entry("a", first(inSight))])),
              assign(member(local(a), text), second(within), operator as "=" | "??="),
              when(
                check(within),
                [declare(b, last(within)), give(local(b))],
                [
                  when(second(within), [
                    run(object([entry("odd key", first(within))])),
                    raise(last(within)),
                  ]),
                ],
              ),
              block([declare(c, check(within)), when(local(c), [give(last([c, ...within]))])]),
              give(first(within)),
            ];
          },
      ),
  };
}).tree;

/** Runs the text of a tree, printed for a file that declares a variable of an import's name. */
const runText = (tree: Expression): Completion => {
  const printer = printerOf({ declares: ["x"], reserved: new Set(["item"]) });
  const code = printer.expression(tree);
  const names = [...printer.imports().matchAll(/(x|item)(?: as (\w+))?[, ]/g)].map(
    ([, from, as]): [string, unknown] => [as ?? from!, IMPORTED[from as keyof typeof IMPORTED]],
  );
  const scope = { ...GLOBALS, ...Object.fromEntries(names) };
  const evaluate = new Function(...Object.keys(scope), `"use strict"; return (${code});`);
  try {
    return { value: evaluate(...Object.values(scope)) };
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Error(`${error.message}: ${code}`, { cause: error });
    return { thrown: error };
  }
};

/** Values as data that can be compared: members that are undefined, and -0, differ from others. */
const comparable = (value: unknown, around: readonly unknown[] = []): unknown => {
  if (Object.is(value, -0)) return ["-0"];
  if (typeof value === "bigint") return ["bigint", String(value)];
  if (typeof value === "function") return ["function"];
  if (value === undefined) return ["undefined"];
  if (typeof value !== "object" || value === null) return value;
  if (around.includes(value)) return ["circle", around.indexOf(value)];
  const inside = (item: unknown) => comparable(item, [...around, value]);
  if (Array.isArray(value)) return value.map(inside);
  return [value.constructor.name, Object.entries(value).map(([of, item]) => [of, inside(item)])];
};

const outcome = (completion: Completion): unknown =>
  // Where a value lacks something, only that it fails is the same in words.
  "value" in completion
    ? comparable(completion.value)
    : ["thrown", completion.thrown instanceof Error ? "" : comparable(completion.thrown)];

test("what is printed does what the tree says", () => {
  fc.assert(
    fc.property(anyTree, (build) => {
      const tree = build([]);
      const byTree = interpret(tree, { names: GLOBALS, symbols: IMPORTED });
      expect(outcome(runText(tree)), printed(tree)).toEqual(outcome(byTree));
    }),
    { numRuns: 3000 },
  );
});

describe("precedence", () => {
  const [a, b, c] = ["a", "b", "c"].map(name) as [Expression, Expression, Expression];

  test.each<[string, Expression]>([
    ["a ?? b ?? c", binary(a, "??", binary(b, "??", c))],
    ["(a ?? b) || c", binary(binary(a, "??", b), "||", c)],
    ["a ?? (b && c)", binary(a, "??", binary(b, "&&", c))],
    ["(a || b) && c", binary(binary(a, "||", b), "&&", c)],
    ["a && b || c", binary(binary(a, "&&", b), "||", c)],
    ["(a === b) === c", binary(binary(a, "===", b), "===", c)],
    ["a === (b === c)", binary(a, "===", binary(b, "===", c))],
    ["!(a === b)", not(binary(a, "===", b))],
    ["!!a", not(not(a))],
    ["(a ? b : c) ? b : c", conditional(conditional(a, b, c), b, c)],
    ["a ? b : c ? b : c", conditional(a, b, conditional(c, b, c))],
    ["(-1).a", member(literal(-1), "a")],
    ["(1).a", member(literal(1), "a")],
    ["-0", literal(-0)],
    ["(await a).b", member(awaited(a), "b")],
    ["a!.b", member(nonNull(a), "b")],
    ["(a ?? b)!", nonNull(binary(a, "??", b))],
    ["a?.b.c?.[b]", element(member(member(a, "b", true), "c"), b, true)],
    ['a?.["odd key"]', member(a, "odd key", true)],
    ["new (a(b))(c)", construct(call(a, b), c)],
    ["/* @__PURE__ */ a(b)", pureCall(a, b)],
    ["(/* @__PURE__ */ a(b)).c", member(pureCall(a, b), "c")],
    ["() => ({ a: b })", arrow([], object([entry("a", b)]))],
    ["() => ({}.a ?? b)", arrow([], binary(member(object([]), "a"), "??", b))],
    ["(() => a)()", call(arrow([], a))],
    ["async () => await a", arrow([], awaited(a), { async: true })],
    ["[...a, b]", array([spreadItem(a), b])],
    ["{ a, b: a, ...c }", object([entry("a", a), entry("b", a), spread(c)])],
    ['{ ["__proto__"]: a }', object([entry("__proto__", a)])],
    ["`\\${${a}\\``", template(["$", "{", a, "`"])],
  ])("%s", (code, tree) => {
    expect(printed(tree)).toBe(code);
  });
});

describe("names of variables", () => {
  const item = { hint: "item" };
  const inner = { hint: "item" };

  test("hide nothing in sight", () => {
    const body = call(arrow([inner], binary(local(inner), "===", local(item))), name("item3"));
    expect(printed(arrow([item], body))).toBe("(item) => ((item2) => item2 === item)(item3)");
    expect(printed(arrow([item], binary(local(item), "||", name("item"))))).toBe(
      "(item2) => item2 || item",
    );
  });

  test("keep away from what the tree imports, whatever it is called in the file", () => {
    const tree = arrow([{ hint: "_x" }, { hint: "x" }], call(SYMBOLS.x));
    const printer = printerOf({ declares: ["x"] });
    expect(printer.expression(tree)).toBe("(_x2, x) => _x()");
    expect(printer.imports()).toBe('import { x as _x } from "runtime";\n');
  });

  test("keep away from what templates may use, where they stand beside it", () => {
    const of = { hint: "label" };
    const printer = printerOf({ reserved: new Set(["label"]) });
    expect(printer.statements([declare(of, literal(1)), run(local(of))])).toBe(
      "const label2 = 1;\nlabel2;",
    );
    expect(printer.expression(arrow([of], local(of)))).toBe("(label) => label");
  });

  test("are identifiers", () => {
    const texts = ["a-b", "1", "", "class", "a = PWNED", "ünï"].map((text) => ({ hint: text }));
    expect(printed(arrow(texts, literal(0)))).toBe("(a_b, _1, _, _class, a___PWNED, _n_) => 0");
  });

  test("must be declared", () => {
    expect(() => printed(local(item))).toThrow("The variable item is not declared here.");
  });
});

test("functions can say their types, and take members out of objects", () => {
  const [region, fips] = [{ hint: "region" }, { hint: "fips" }];
  const bindings = [
    { key: "Region", local: region },
    { key: "fips", local: fips, otherwise: literal(false) },
  ];
  const type = symbolOf("Parameters", "test/src/file.ts");
  const returns = keyword("string");
  expect(printed(arrow([{ of: bindings, type }], local(region), { returns }))).toBe(
    "({ Region: region, fips = false }: Parameters): string => region",
  );
  expect(printed(arrow([{ of: { hint: "_all" }, type }], literal(1)))).toBe(
    "(_all: Parameters) => 1",
  );
});
