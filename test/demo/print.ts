import { styleText } from "node:util";

/** Prints a line. */
export const say = (line: string): void => console.log(line);

let steps = 0;

/** Prints what comes next, numbered. */
export const step = (title: string): void => {
  steps += 1;
  console.log(`\n${styleText("bold", `${steps}. ${title}`)}`);
};

/** Prints rows under their keys. */
export const table = (rows: readonly object[]): void => console.table(rows);

/** Fails unless the value is an error of the class: the demo promises that it is. */
export const expectInstance: <T>(
  value: unknown,
  type: new (...options: never[]) => T,
) => asserts value is T = (value, type) => {
  if (!(value instanceof type)) {
    throw new Error(
      `Expected ${type.name}, found ${value instanceof Error ? value.stack : String(value)}`,
    );
  }
};
