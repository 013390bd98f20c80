import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { readJson } from "../support/json-file.js";

interface Notice {
  readonly name: string;
  readonly license: string;
  /** The text of the license. */
  readonly text: string;
}

/**
 * Names the packages whose code became part of a build, with their licenses, as those ask for.
 * Undefined where no package's code is in the output.
 *
 * @param metafiles - What esbuild says of its builds.
 * @param folder - Where they ran.
 */
export const thirdPartyNotices = (
  metafiles: readonly Metafile[],
  folder: string,
): string | undefined => {
  const notices = new Map<string, Notice>();
  for (const packageFolder of foldersIn(metafiles)) {
    const notice = noticeOf(join(folder, packageFolder));
    notices.set(notice.name, notice);
  }
  if (notices.size === 0) return undefined;
  // Packages of one license text share it.
  const byText = new Map<string, Notice[]>();
  for (const name of [...notices.keys()].sort()) {
    const notice = notices.get(name) as Notice;
    byText.set(notice.text, [...(byText.get(notice.text) ?? []), notice]);
  }
  const sections = [...byText].map(
    ([text, group]) =>
      `${group.map(({ name, license }) => `- ${name} (${license})`).join("\n")}\n\n${text}`,
  );
  return `This package contains code of:\n\n${sections.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
};

/** The folders of packages that are in the output. */
const foldersIn = (metafiles: readonly Metafile[]): Set<string> => {
  const inputs = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs: found }) => Object.entries(found));
  const folders = new Set<string>();
  for (const [path, { bytesInOutput }] of inputs) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
    if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
  }
  return folders;
};

const noticeOf = (folder: string): Notice => {
  const { name, version, license } = readJson<Record<"name" | "version" | "license", string>>(
    join(folder, "package.json"),
  );
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return { name: `${name}@${version}`, license, text };
};
