/** What a command prints, and how it ends. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Text of lines. */
const linesOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

/** How a command ends, and the lines that it prints. */
export const outcomeOf = (
  code: number,
  stdout: readonly string[],
  stderr: readonly string[],
): Outcome => ({ code, stdout: linesOf(stdout), stderr: linesOf(stderr) });
