import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Simulator } from "../simulator.js";
import { Store } from "./store.js";

let folder = "";
let path = "";
const folders: string[] = [];
const stores: Store[] = [];
const moveOn = async (): Promise<void> => {
  folder = await mkdtemp(join(tmpdir(), "wickr-"));
  folders.push(folder);
  path = join(folder, "wickr.json");
};
beforeEach(moveOn);
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close().catch(() => {});
  for (const each of folders.splice(0)) await rm(each, { recursive: true });
});

/** A simulator whose state is kept; `crash` forgets it without another write. */
const open = async (longJournal?: number) => {
  const store = await Store.open(path, "process", longJournal);
  stores.push(store);
  const simulator = new Simulator({ networks: 1, seed: "s" }, { state: store.found?.state });
  await store.begin("s", simulator.settings, simulator.state);
  simulator.onChange((change) => store.record(change));
  return { store, simulator };
};

/** What a kill leaves: the files as they are, and a lock whose owner is gone. */
const crash = async (): Promise<void> => {
  const files = await Promise.all(
    (await readdir(folder))
      .filter((name) => !name.endsWith(".lock"))
      .map(async (name) => [name, await readFile(join(folder, name))] as const),
  );
  await moveOn();
  await Promise.all(files.map(([name, content]) => writeFile(join(folder, name), content)));
  await leaveLock({ pid: 999_999_999 });
};

/** A lock as another process leaves it that holds it, or held it so many seconds ago. */
const leaveLock = async ({ pid, host = hostname(), age = 0 }: LeftBehind): Promise<void> => {
  const lock = `${path}.lock`;
  await mkdir(lock, { recursive: true });
  await writeFile(join(lock, "owner.json"), JSON.stringify({ pid, host }));
  const time = Date.now() / 1000 - age;
  await utimes(lock, time, time);
};

interface LeftBehind {
  readonly pid: number;
  readonly host?: string;
  readonly age?: number;
}

const users = (simulator: Simulator): string[] =>
  [...simulator.network().users].map(({ username }) => username);

it("reads files from before there was a choice of behaviour: what was done then is done again as documented", async () => {
  const { store, simulator } = await open();
  const { networkId } = simulator.network();
  store.record({
    kind: "operation",
    name: "DeleteNetwork",
    input: { networkId },
    time: simulator.now,
  });
  await store.settle();
  const file = JSON.parse(await readFile(path, "utf8")) as { settings: object };
  const { behavior: _, deletionTakes: __, suspensionLag: ___, ...settings } = simulator.settings;
  await writeFile(path, JSON.stringify({ ...file, settings }));
  await crash();
  const again = await open();
  expect(again.simulator.networks).toEqual([]);
  expect(again.simulator.snapshot()).not.toHaveProperty("deletions");
  expect(again.simulator.settings.behavior).toBe("observed");
});

it("keeps a deletion that goes on", async () => {
  const { store, simulator } = await open();
  const { networkId } = simulator.network();
  const url = `https://wickr.test/networks/${networkId}`;
  expect((await simulator.fetch(url, { method: "DELETE" })).status).toBe(200);
  await store.settle();
  await crash();
  const again = await open();
  expect((await again.simulator.fetch(url)).status).toBe(403);
});

it("has all that was settled after a kill", async () => {
  const { store, simulator } = await open();
  for (let at = 0; at < 5; at++) simulator.network().users.add({ username: `user-${at}` });
  await store.settle();
  const before = simulator.snapshot();
  await crash();
  expect((await open()).simulator.snapshot()).toEqual(before);
});

it("leaves out what was never finished", async () => {
  const { store, simulator } = await open();
  simulator.network().users.add({ username: "whole" });
  await store.settle();
  await crash();
  await appendFile(`${path}.journal`, '{"kind":"transition","name":"addUsers","input":{"net');
  expect(users((await open()).simulator)).toEqual(["whole"]);
});

it("says so where the journal is damaged in the middle", async () => {
  const { store, simulator } = await open();
  simulator.network().users.add({ username: "whole" });
  await store.settle();
  await crash();
  const journal = await readFile(`${path}.journal`, "utf8");
  await writeFile(`${path}.journal`, journal.replace("\n", "\n{oops\n"));
  await expect(open()).rejects.toThrow("is damaged at line 2");
});

it("does not do twice what the state file holds already", async () => {
  const { store, simulator } = await open();
  simulator.network().users.add({ username: "once" });
  await store.settle();
  const journal = await readFile(`${path}.journal`);
  await stores.pop()?.close();
  // Killed between the new state file and the new journal.
  await writeFile(`${path}.journal`, journal);
  expect(users((await open()).simulator)).toEqual(["once"]);
});

it("folds a long journal into the state file while changes go on", async () => {
  const { store, simulator } = await open(500);
  const settled: Promise<void>[] = [];
  for (let at = 0; at < 50; at++) {
    simulator.network().users.add({ username: `user-${at}` });
    settled.push(store.settle() ?? Promise.resolve());
    if (at % 7 === 0) await settled.at(-1);
  }
  await Promise.all(settled);
  expect((await readFile(`${path}.journal`)).length).toBeLessThan(5_000);
  const before = simulator.snapshot();
  await crash();
  expect((await open()).simulator.snapshot()).toEqual(before);
});

it("takes over a state that was replaced as a whole", async () => {
  const { store, simulator } = await open();
  const empty = simulator.snapshot();
  simulator.network().users.add({ username: "gone" });
  simulator.restore(empty);
  await store.replace(simulator.state);
  simulator.network().users.add({ username: "there" });
  await store.settle();
  await crash();
  expect(users((await open()).simulator)).toEqual(["there"]);
});

it("keeps a second server away, but not the one after a kill", async () => {
  await open();
  await expect(open()).rejects.toThrow("uses this state already");
  await stores.pop()?.close();
  await open();
  await crash();
  await leaveLock({ pid: process.ppid });
  await expect(open()).rejects.toThrow(
    `Process ${process.ppid} of ${hostname()} uses this state already`,
  );
});

it("is not kept away for ever by a program that has got the number of a killed server", async () => {
  await leaveLock({ pid: process.ppid, age: 11 });
  await open();
});

it("waits to see whether a server on another computer lives", async () => {
  await leaveLock({ pid: 1, host: "elsewhere", age: 9 });
  const before = performance.now();
  await open();
  expect(performance.now() - before).toBeGreaterThan(500);
});

it("knows a state by all its names, and leaves links alone", async () => {
  const { store, simulator } = await open();
  simulator.network().users.add({ username: "kept" });
  const link = `${path}.link`;
  await symlink(path, link);
  await expect(Store.open(link, "process")).rejects.toThrow("uses this state already");
  await store.close();
  stores.pop();
  const linked = await Store.open(link, "process");
  stores.push(linked);
  expect(linked.found?.state.networks.size).toBe(1);
});

it("acknowledges and writes nothing more once the lock is lost", async () => {
  const { store, simulator } = await open();
  const before = await readFile(`${path}.journal`, "utf8");
  await rm(`${path}.lock`, { recursive: true });
  await leaveLock({ pid: process.ppid });
  await expect.poll(() => store.settle()?.catch(() => "lost"), { timeout: 5_000 }).toBe("lost");
  simulator.network().users.add({ username: "late" });
  await expect(store.settle()).rejects.toThrow("lock");
  await stores.pop()?.close();
  expect(await readFile(`${path}.journal`, "utf8")).toBe(before);
  expect(await readdir(folder)).toContain("wickr.json.lock");
});

it("does not take any JSON for a state", async () => {
  await writeFile(path, "{}");
  await expect(open()).rejects.toThrow("is no state file of this simulator");
});
