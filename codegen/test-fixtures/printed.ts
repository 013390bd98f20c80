import { type FileContext, type Printer, createPrinter } from "../src/typescript/printer.js";
import type { Expression } from "../src/typescript/tree.js";

/** The printer of a file that a test makes up. */
export const printerOf = (context: Partial<FileContext> = {}): Printer =>
  createPrinter({
    path: "test/src/file.ts",
    scope: "@test",
    declares: [],
    reserved: new Set(),
    ...context,
  });

/** The text of an expression. */
export const printed = (expression: Expression): string => printerOf().expression(expression);

/** The value of an expression, among variables and functions of those names. */
export const evaluate = (expression: Expression, values: object = {}): unknown =>
  new Function(...Object.keys(values), `"use strict"; return (${printed(expression)});`)(
    ...Object.values(values),
  );
