import { format } from "oxfmt";

/** Formats TypeScript, JSON and Markdown by file name, as the repository's own code is. Fails on text that does not parse. */
export const formatFile = async (path: string, text: string): Promise<string> => {
  const { code, errors } = await format(path, text, { printWidth: 100 });
  const first = errors[0];
  if (first) throw new Error(`Generated file ${path} does not parse: ${first.message}`);
  return code;
};
