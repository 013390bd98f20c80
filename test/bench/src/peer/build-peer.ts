import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { loadModel } from "@wickr-admin/codegen";
import { build } from "esbuild";
import { benchFolder, repositoryFolder } from "../paths.js";
import { peerSources } from "./sources.js";
import { type PeerService, peerServiceOf } from "./service.js";

/** A published client: same protocol, same signing and the same endpoint rules as the model's service. */
const TEMPLATE = "@aws-sdk/client-scheduler";

/** The peer's package name. */
export const PEER_PACKAGE = "@peer/client-wickr";

/**
 * Builds a client for the model on the official runtime: the service-independent files come from a
 * published client, the others are written in its layout. Returns the package's folder.
 */
export const buildPeer = async (): Promise<string> => {
  const { model } = loadModel([join(repositoryFolder, "model")]);
  const service = peerServiceOf(model);
  const template = realpathSync(join(benchFolder, "node_modules", TEMPLATE));
  const folder = join(benchFolder, ".peer", "client-wickr");

  rmSync(folder, { recursive: true, force: true });
  copySharedFiles(join(template, "dist-es"), join(folder, "dist-es"), service);
  for (const [path, text] of peerSources(service)) write(join(folder, "dist-es", path), text);
  writePackageJson(template, folder);
  // The template's dependencies lie beside it.
  symlinkSync(dirname(dirname(template)), join(folder, "node_modules"), "junction");

  // Published clients ship one flat CommonJS file.
  await build({
    entryPoints: [join(folder, "dist-es/index.js")],
    outfile: join(folder, "dist-cjs/index.js"),
    bundle: true,
    format: "cjs",
    platform: "node",
    packages: "external",
    logLevel: "error",
  });
  return folder;
};

/** Copies what every client has, under this service's names. */
const copySharedFiles = (from: string, to: string, service: PeerService): void => {
  const serviceOwn =
    /^(commands|pagination|schemas)\/|^models\/(enums|errors|models_0)|^(index|Scheduler)\.js$/;
  const replacements: readonly (readonly [string, string])[] = [
    [`serviceId ?? "Scheduler"`, `serviceId ?? ${JSON.stringify(service.sdkId)}`],
    ["com.amazonaws.scheduler", service.namespace],
    [`"2021-06-30"`, JSON.stringify(service.version)],
    ["AWSChronosService", service.shapeName],
    ["https://scheduler", `https://${service.endpointPrefix}`],
    [`"scheduler"`, JSON.stringify(service.signingName)],
    ["Scheduler", service.name],
  ];
  for (const entry of readdirSync(from, { recursive: true, encoding: "utf8" })) {
    const path = entry.replaceAll("\\", "/");
    if (!path.endsWith(".js") || serviceOwn.test(path)) continue;
    const text = replacements.reduce(
      (result, [old, now]) => result.replaceAll(old, now),
      readFileSync(join(from, entry), "utf8"),
    );
    write(join(to, path.replace("Scheduler", service.name)), text);
  }
};

const writePackageJson = (template: string, folder: string): void => {
  const published = JSON.parse(readFileSync(join(template, "package.json"), "utf8")) as Record<
    string,
    unknown
  >;
  const kept = [
    "version",
    "license",
    "files",
    "sideEffects",
    "main",
    "module",
    "browser",
    "react-native",
    "dependencies",
  ];
  const description =
    "A client for the model on the official runtime, to compare with. Not for use.";
  const content = {
    name: PEER_PACKAGE,
    private: true,
    description,
    ...Object.fromEntries(kept.map((key) => [key, published[key]])),
  };
  write(join(folder, "package.json"), `${JSON.stringify(content, null, 2)}\n`);
  cpSync(join(template, "LICENSE"), join(folder, "LICENSE"));
};

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
