/** An expression met a value that it can do nothing with. */
export class JmespathError extends TypeError {
  override readonly name = "JmespathError";
}

/** What an expression comes to; undefined where it meets a value that it can do nothing with. */
export const attempt = <T>(expression: () => T): T | undefined => {
  try {
    return expression();
  } catch (error) {
    if (error instanceof JmespathError) return undefined;
    throw error;
  }
};
