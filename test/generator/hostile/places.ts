/** A text in the forms that the places of a model ask for. Each keeps all that the place allows. */
export interface Places {
  /** The text itself. */
  readonly text: string;
  /** A header's name: RFC 9110's token, which has quotes, backticks, `$` and `+`. */
  readonly token: string;
  /** A part of a URI: no spaces, control characters, labels, and nothing that ends the part. */
  readonly uri: string;
  /** Small letters and digits, all that a label of a host may have, and as many as it may. */
  readonly host: string;
  /** A pattern that the text alone matches. */
  readonly pattern: string;
  /** A template of endpoint rules that gives the text. */
  readonly template: string;
  /** JMESPath: a raw string that is the text, a literal in JSON, and an identifier in quotes. */
  readonly raw: string;
  readonly json: string;
  readonly quoted: string;
}

export const placesOf = (text: string): Places => {
  // The parser takes an escaped backtick for the end of a literal where another quote is near.
  const json = `\`${JSON.stringify(text).replaceAll("`", "\\u0060")}\``;
  return {
    text,
    token: text.replaceAll(/[^A-Za-z0-9!#$%&'*+.^_`|~-]/g, ""),
    // oxlint-disable-next-line no-control-regex -- no URI may hold them
    uri: text.replaceAll(/[\s\u0000-\u001f\u007f#?{}/&=%\\]/g, ""),
    host: text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]/g, "")
      .slice(0, 40),
    pattern: `^${text.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&")}$`,
    template: text.replaceAll(/[{}]/g, "$&$&"),
    // A raw string knows no escape but the quote's: texts with a backslash are literals in JSON.
    raw: text.includes("\\") ? json : `'${text.replaceAll("'", "\\'")}'`,
    json,
    quoted: JSON.stringify(text),
  };
};
