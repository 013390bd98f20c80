import type { Member, Shape } from "../model/model.js";
import { trait } from "../model/traits.js";

/** Widest line of a comment, the ` * ` before it included. */
const WIDTH = 100;

/**
 * A documentation comment, `/** … *\/` and a line break; "" where there is nothing to say.
 * Text of the model cannot end the comment, nor begin a tag or an inline tag.
 *
 * @param paragraphs - Smithy documentation (CommonMark, or HTML in older models).
 * @param tags - Lines such as `@deprecated …`, written by plans; they may hold model text passed through `docText`.
 */
export const docComment = (
  paragraphs: readonly (string | undefined)[],
  tags: readonly string[] = [],
): string => {
  const lines = paragraphs
    .filter((text) => text !== undefined)
    .map((text) => docText(text))
    .filter(Boolean)
    .flatMap((text, index) => [...(index > 0 ? [""] : []), ...text.split("\n").flatMap(wrap)]);
  if (lines.length > 0 && tags.length > 0) lines.push("");
  lines.push(...tags.flatMap((tag) => tag.split("\n")));
  if (lines.length === 0) return "";
  const [first = ""] = lines;
  if (lines.length === 1 && first.length + 7 <= WIDTH) return `/** ${first} */\n`;
  return `/**\n${lines.map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n")}\n */\n`;
};

/** The documentation of a shape or member. */
export const docOf = (on: Shape | Member): string | undefined => trait<string>(on, "documentation");

/** Model text as it may stand in a documentation comment. */
export const docText = (text: string): string =>
  fromHtml(text)
    .replaceAll("\r\n", "\n")
    .replaceAll(/[\r\u2028\u2029]/g, "\n")
    // eslint-disable-next-line no-control-regex -- control characters have no place in a comment
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ")
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replaceAll(/\{@/g, "{\\@")
    .replaceAll(/^(\s*)@/gm, "$1\\@")
    .replaceAll(/[ \t]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();

/** The block elements that AWS models use, as CommonMark; text without markup passes untouched. */
const fromHtml = (text: string): string =>
  /<\/?(p|li|ul|ol|code|i|b|a|dl|dt|dd|note|important|fullname|br)\b/i.test(text)
    ? text
        .replaceAll(/\s+/g, " ")
        .replaceAll(/<\/?code>/gi, "`")
        .replaceAll(/<li>\s*(<p>)?/gi, "\n- ")
        .replaceAll(/<a\s[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gi, "[$2]($1)")
        .replaceAll(/<br\s*\/?>/gi, "\n")
        .replaceAll(/<\/?(i|em)>/gi, "_")
        .replaceAll(/<\/?(b|strong)>/gi, "**")
        .replaceAll(
          /<\/?(p|ul|ol|dl|dt|dd|note|important|div|fullname|title|section)(\s[^>]*)?>/gi,
          "\n\n",
        )
        .replaceAll(/<\/li>/gi, "")
        .replaceAll(/\n[ \t]+/g, "\n")
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&quot;", '"')
        .replaceAll("&amp;", "&")
    : text;

/** Breaks a long line at spaces; list items continue under their text. Indented code stays as it is. */
const wrap = (line: string): string[] => {
  const width = WIDTH - 3;
  if (line.length <= width || line.startsWith("    ") || line.startsWith("|")) return [line];
  const indent = /^\s*([-*]|\d+\.)\s+/.exec(line)?.[0].length ?? 0;
  const lines: string[] = [];
  let current = "";
  for (const word of line.slice(indent).split(" ")) {
    if (current !== "" && indent + current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  lines.push(current);
  // A line that begins with @ would be a tag; one that begins with a marker would be a list.
  return lines.map((text, index) =>
    index === 0
      ? line.slice(0, indent) + text
      : " ".repeat(indent) + text.replace(/^(@|[-*+] )/, "\\$1"),
  );
};
