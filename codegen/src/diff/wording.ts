import type { Json, ShapeId } from "../model/model.js";

const LONGEST = 120;

/** Text of a model as a code span: on one line, short, and nothing in it ends the span. */
export const code = (text: string): string => {
  // oxlint-disable-next-line no-control-regex -- they are what this removes
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").replaceAll("`", "'");
  return `\`${line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line}\``;
};

/** A JSON value as a code span; text without quotes, unless it is empty. */
export const value = (json: Json | undefined): string => {
  if (json === undefined) return "nothing";
  return code(typeof json === "string" && json !== "" ? json : JSON.stringify(json));
};

/** A shape's name as a code span. */
export const named = (id: ShapeId): string => code(id.slice(id.indexOf("#") + 1));

/** What was, and what is. */
export const fromTo = (before: Json | undefined, after: Json | undefined): string =>
  `from ${value(before)} to ${value(after)}`;
