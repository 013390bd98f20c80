import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { printerOf } from "../../test-fixtures/printed.js";
import { EXPRESSIONS } from "./expressions.js";
import { OUTPUT, model } from "./fixtures.js";
import { compileJmespath, compileMatch } from "./match.js";

const folder = mkdtempSync(join(tmpdir(), "jmespath-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The fixture's shapes as the generated client declares them. */
const TYPES = `
type Document = null | boolean | number | string | Document[] | { [name: string]: Document };
interface Device { id: string; name?: string | undefined; size?: number | undefined; on?: boolean | undefined;
  tags?: string[] | undefined; parts?: Device[] | undefined; parent?: Device | undefined }
interface Group { name: string; devices?: Device[] | undefined; members: Device[] }
type Choice =
  | { text: string; device?: never; $unknown?: never }
  | { text?: never; device: Device; $unknown?: never }
  | { text?: never; device?: never; $unknown: [string, unknown] };
interface Output {
  $metadata: object;
  name?: string | undefined; title: string; count?: number | undefined; total: number;
  active?: boolean | undefined; ready: boolean; state?: "on" | "off" | undefined; level?: 1 | 2 | undefined;
  tags?: string[] | undefined; labels: string[]; gaps?: (string | null)[] | undefined;
  numbers?: number[] | undefined; matrix?: number[][] | undefined; devices?: Device[] | undefined;
  required: Device[]; groups?: Group[] | undefined; owner?: Device | undefined; keeper: Device;
  attributes?: Record<string, string> | undefined; byName?: Record<string, Device> | undefined;
  choice?: Choice | undefined; document?: Document | undefined; createdAt?: Date | undefined;
  dates?: Date[] | undefined; bytes?: Uint8Array | undefined; big?: bigint | undefined;
}`;

const MORE = [
  "createdAt > `5`",
  "max(dates)",
  "bytes == 'AQ=='",
  "big == `4`",
  "keys(@)",
  "@",
  "dates[?@ > `3`]",
  "contains([state], 'broken')",
  "state == name",
  "level > `1`",
  "sort([state, name])",
  "state == ('on' || 'off')",
  "(state || 'none') == 'broken'",
  "state == (title && 'broken')",
  "(state && 'off') == 'on'",
  "(state && 'off') == 'off'",
  "'a' == 'b'",
  "!'a'",
  "'a' && name",
  "labels[?'x']",
  "!(`1` == `2`)",
  "contains([state, state], 'broken')",
  "not_null(name, abs(count))",
  "abs(count) | 'value'",
  "abs(count) | (@ == `1` && @)",
  "!abs(count)",
  "devices[*].[`1`]",
  "owner.[`1`]",
  "sort(labels) | [@, @]",
  "reverse(title)",
  "not_null(not_null(name, count), title)",
  "devices[?name || id]",
];

const MATCHES = [
  ["name", "stringEquals", "a"],
  ["state", "stringEquals", "broken"],
  ["active", "booleanEquals", "true"],
  ["active", "booleanEquals", "false"],
  ["document", "booleanEquals", "true"],
  ["length(devices) == `0` && !name", "booleanEquals", "true"],
  ["contains(tags, 'a')", "booleanEquals", "true"],
  ["devices[].tags[]", "allStringEquals", "a"],
  ["document.a", "anyStringEquals", "a"],
] as const;

test("what is compiled holds under the strictest options of TypeScript", () => {
  const expressions = [...Object.values(EXPRESSIONS).flat(), ...MORE];
  const compiled = [
    ...expressions.map((expression) => compileJmespath(model, OUTPUT, expression)),
    ...MATCHES.map(([path, comparator, expected]) =>
      compileMatch(model, OUTPUT, path, comparator, expected),
    ),
  ];
  expect(compiled.flatMap(({ problems }) => problems)).toEqual([]);
  const printer = printerOf({ declares: ["Output"] });
  const texts = compiled.map(({ expression }) => printer.expression(expression));
  const runtime = fileURLToPath(
    new URL("../../../packages/runtime/src/jmespath/index.js", import.meta.url),
  );
  const file = join(folder, "compiled.ts");
  writeFileSync(
    file,
    [
      // The imports are printed last, and stand on one line.
      printer
        .imports()
        .trimEnd()
        .replace(/"[^"]*";$/, `${JSON.stringify(runtime)};`),
      TYPES,
      ...texts.map(
        (text, index) => `export const e${index} = (output: Output): unknown => (${text});`,
      ),
    ].join("\n"),
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      extends: fileURLToPath(new URL("../../../tsconfig.base.json", import.meta.url)),
      compilerOptions: {
        types: [],
        noUnusedLocals: true,
        noPropertyAccessFromIndexSignature: false,
      },
      files: [file],
    }),
  );
  const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
  let output = "";
  try {
    execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    output = String((error as { stdout?: string }).stdout);
  }
  const lines = output.split("\n").map((line) => {
    const [, row] = /compiled\.ts\((\d+),/.exec(line) ?? [];
    const text = row === undefined ? "" : texts[Number(row) - TYPES.split("\n").length - 2];
    return line === "" ? "" : `${line} ${text ?? ""}`;
  });
  expect(lines.join("\n")).toBe("");
}, 60_000);
