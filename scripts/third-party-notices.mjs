// Names the packages whose code became part of a build, with their licenses, as those ask for.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes the notices; nothing where no package's code is in the output.
 *
 * @param metafiles - What esbuild says of its builds.
 * @param file - Where the notices go.
 */
export const writeNotices = (metafiles, file) => {
  const folders = new Set();
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(folder);
      }
    }
  }
  const notices = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    );
    const text = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    notices.set(`${name}@${version}`, {
      license,
      text:
        text !== undefined && existsSync(join(folder, text))
          ? readFileSync(join(folder, text), "utf8").trim()
          : "",
    });
  }
  if (notices.size === 0) return;
  const names = [...notices.keys()].sort();
  // Packages of one license text share it.
  const byText = new Map();
  for (const name of names) {
    const { text } = notices.get(name);
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  writeFileSync(
    file,
    `This package contains code of:\n\n${[...byText]
      .map(
        ([text, group]) =>
          `${group.map((name) => `- ${name} (${notices.get(name).license})`).join("\n")}\n\n${text}`,
      )
      .join(`\n\n${"-".repeat(80)}\n\n`)}\n`,
  );
};
