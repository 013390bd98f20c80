import { commentPrinter } from "./printer.js";
import type { Expression } from "./tree.js";

/** Widest line of a comment, the ` * ` before it included. */
const WIDTH = 100;

/** What a documentation comment says. Text of a model in it cannot end the comment, nor begin a tag. */
export interface Documentation {
  /** Smithy documentation: CommonMark, or HTML in older models. What is undefined is left out. */
  readonly paragraphs: readonly (string | undefined)[];
  readonly tags: readonly DocTag[];
}

/** A tag: `@throws …`, or an example in TypeScript. */
export type DocTag =
  | { readonly tag: string; readonly text: DocText }
  | { readonly tag: "example"; readonly lines: readonly CodeLine[] };

/** Text on one line; links stand between. */
export type DocText = readonly (string | DocLink)[];

/** `{@link target}`. */
export interface DocLink {
  readonly link: string;
}

/** A line of an example: code, and values that stand in it. */
export type CodeLine = readonly (string | Expression)[];

export const documentation = (
  paragraphs: readonly (string | undefined)[],
  tags: readonly DocTag[] = [],
): Documentation => ({ paragraphs, tags });

export const tag = (of: string, ...text: DocText): DocTag => ({ tag: of, text });

export const link = (target: string): DocLink => ({ link: target });

export const example = (...lines: readonly CodeLine[]): DocTag => ({ tag: "example", lines });

/** The comment and a line break; "" where there is nothing to say. */
export const printDocumentation = ({ paragraphs, tags }: Documentation): string => {
  const lines = paragraphs
    .filter((text) => text !== undefined)
    .map(docText)
    .filter(Boolean)
    .flatMap((text, index) => [...(index > 0 ? [""] : []), ...text.split("\n").flatMap(wrap)]);
  if (lines.length > 0 && tags.length > 0) lines.push("");
  lines.push(...tags.flatMap(linesOfTag));
  if (lines.length === 0) return "";
  const [first = ""] = lines;
  if (lines.length === 1 && first.length + 7 <= WIDTH) return `/** ${first} */\n`;
  return `/**\n${lines.map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n")}\n */\n`;
};

const linesOfTag = (of: DocTag): string[] => {
  if ("lines" in of) return [`@${of.tag}`, "```ts", ...of.lines.flatMap(linesOfCode), "```"];
  const text = of.text.map((part) =>
    typeof part === "string" ? escapeComment(part) : `{@link ${part.link}}`,
  );
  return [`@${of.tag} ${text.join("")}`.trimEnd()];
};

/** A line as it stands in an example; several where a value in it breaks over lines. */
export const codeText = (line: CodeLine): string => {
  const { expression } = commentPrinter();
  return line.map((part) => (typeof part === "string" ? part : expression(part))).join("");
};

// Nothing in an example may end the comment it stands in.
const linesOfCode = (line: CodeLine): string[] =>
  codeText(line).replaceAll("*/", "*\\/").split("\n");

/** The first sentence of a documentation, on one line. */
export const firstSentence = (text: string | undefined): string => {
  const line = docText(text ?? "").replaceAll(/\s+/g, " ");
  return /^.*?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
};

/** Text of a model on one line: what a tag says. */
export const onOneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Documentation of a model as it may stand in a comment. */
const docText = (text: string): string =>
  escapeComment(
    fromHtml(text)
      .replaceAll("\r\n", "\n")
      .replaceAll(/[\r\u2028\u2029]/g, "\n"),
  )
    .replaceAll(/^(\s*)@/gm, "$1\\@")
    .replaceAll(/[ \t]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();

/** Text that neither ends a comment nor begins an inline tag. */
const escapeComment = (text: string): string =>
  text
    .replaceAll(/[\u2028\u2029]/g, " ")
    // eslint-disable-next-line no-control-regex -- control characters have no place in a comment
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ")
    .replaceAll("*/", "*\\/")
    .replaceAll("/*", "/\\*")
    .replaceAll(/\{@/g, "{\\@");

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
