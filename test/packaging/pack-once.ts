import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { packAll } from "./tarballs.js";

/** Packs the packages before the tests, and throws the tarballs away after them. */
export default async function packOnce(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "wickr-admin-tarballs-"));
  project.provide("tarballs", await packAll(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}
