import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Installation, install } from "./install.js";
import { benchFolder } from "./paths.js";
import { PEER_PACKAGE } from "./peer/build-peer.js";

/** The two that are compared. */
export type ContestantId = "official" | "ours";

/** The official runtime first: it is what "ours" is measured against. */
export const CONTESTANTS: readonly ContestantId[] = ["official", "ours"];

/** A contestant, installed as a user has it. */
export interface Contestant {
  readonly id: ContestantId;
  /** What entry code imports. */
  readonly packageName: string;
  readonly installation: Installation;
}

/** This project's client in a folder of its own. */
export const installOurs = (workFolder: string): Contestant => ({
  id: "ours",
  packageName: "@wickr-admin/client",
  installation: installInto(
    join(workFolder, "ours"),
    join(benchFolder, "node_modules/@wickr-admin/client"),
  ),
});

/** The peer in a folder of its own. */
export const installOfficial = (workFolder: string, peerFolder: string): Contestant => ({
  id: "official",
  packageName: PEER_PACKAGE,
  installation: installInto(join(workFolder, "official"), peerFolder),
});

/** A published client, for what its installation weighs. */
export const installScheduler = (workFolder: string): Installation =>
  installInto(
    join(workFolder, "scheduler"),
    join(benchFolder, "node_modules/@aws-sdk/client-scheduler"),
  );

const installInto = (folder: string, packageFolder: string): Installation => {
  mkdirSync(folder, { recursive: true });
  return install(packageFolder, folder);
};
