import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { send } from "./http.js";

const CLI = fileURLToPath(new URL("../dist/es/cli.js", import.meta.url));
let folder = "";
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wickr-kill-"));
});
afterAll(async () => {
  // Those that a failed test left behind.
  for (const child of children) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

/** Starts the command and waits until it says where it listens. */
const start = async (
  ...flags: string[]
): Promise<{ child: ChildProcess; url: string; networkId: string; output: () => string }> => {
  const child = spawn(process.execPath, [CLI, "--port", "0", ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let output = "";
  child.stderr?.on("data", (chunk) => (output += String(chunk)));
  await new Promise<void>((resolve, reject) => {
    child.on("exit", () => reject(new Error(output)));
    child.stdout?.on("data", (chunk) => {
      output += String(chunk);
      if (/^ {2}\d{8} /m.test(output)) resolve();
    });
  });
  const url = /http:\/\/\S+/.exec(output)?.[0] ?? "";
  return { child, url, networkId: /^ {2}(\d{8}) /m.exec(output)?.[1] ?? "", output: () => output };
};

const invite = (url: string, networkId: string, username: string) =>
  send(url, "POST", `/networks/${networkId}/users`, {
    headers: { "content-type": "application/json", "x-client-token": `token-${username}` },
    chunks: [JSON.stringify({ users: [{ username, securityGroupIds: [] }] })],
  });

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  const exit = once(child, "exit");
  child.kill(signal);
  return (await exit)[0] as number | null;
};

describe.skipIf(!existsSync(CLI))("A server that is killed", () => {
  it.each(["disk", "process"])(
    "has lost nothing that it acknowledged (%s)",
    async (durability) => {
      const state = join(folder, `${durability}.json`);
      const acknowledged = new Map<string, unknown>();
      for (let round = 0; round < 3; round++) {
        const { child, url, networkId } = await start(
          "--state",
          state,
          "--durability",
          durability,
          "--quiet",
        );
        for (const [username, answer] of acknowledged) {
          // A retry gets the first answer, so that its user cannot be missing.
          if (Math.random() < 0.1)
            expect((await invite(url, networkId, username)).json).toEqual(answer);
        }
        const { json } = await send(url, "GET", `/networks/${networkId}/users/count`);
        expect(json["total"]).toBeGreaterThanOrEqual(acknowledged.size);
        for (const username of acknowledged.keys()) {
          const found = await send(url, "GET", `/networks/${networkId}/users?username=${username}`);
          expect(found.json["users"], username).toHaveLength(1);
        }
        const writers = Array.from({ length: 4 }, async (_, writer) => {
          for (let at = 0; ; at++) {
            const username = `user-${round}-${writer}-${at}`;
            const answer = await invite(url, networkId, username).catch(() => undefined);
            if (answer?.status !== 200) return;
            acknowledged.set(username, answer.json);
          }
        });
        await new Promise((resolve) => setTimeout(resolve, 150 + 100 * round));
        await end(child, "SIGKILL");
        await Promise.all(writers);
      }
      expect(acknowledged.size).toBeGreaterThan(10);
    },
    60_000,
  );

  it("is followed by one server, however many are started at once", async () => {
    const state = join(folder, "many.json");
    const { child } = await start("--state", state, "--quiet");
    await end(child, "SIGKILL");
    // As if it had been killed long ago, so that everybody may take the lock away.
    const time = Date.now() / 1000 - 60;
    await utimes(`${state}.lock`, time, time);
    const started = await Promise.allSettled(
      Array.from({ length: 5 }, () => start("--state", state, "--quiet")),
    );
    const reasons = started.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    expect(reasons.map(String)).toEqual(
      Array.from({ length: 4 }, () => expect.stringContaining("uses this state already")),
    );
    for (const each of started)
      if (each.status === "fulfilled") await end(each.value.child, "SIGTERM");
  });

  it("says what a kill costs where the file is written at the end", async () => {
    const state = join(folder, "exit.json");
    const first = await start("--state", state, "--durability", "exit");
    expect(first.output()).toContain("a kill loses what happened since the start");
    await invite(first.url, first.networkId, "lost");
    await end(first.child, "SIGKILL");
    const second = await start("--state", state, "--durability", "exit");
    expect(
      (await send(second.url, "GET", `/networks/${second.networkId}/users/count`)).json["total"],
    ).toBe(0);
    await invite(second.url, second.networkId, "kept");
    expect(await end(second.child, "SIGTERM")).toBe(0);
    const third = await start("--state", state);
    expect(
      (await send(third.url, "GET", `/networks/${third.networkId}/users/count`)).json["total"],
    ).toBe(1);
    await end(third.child, "SIGINT");
  }, 60_000);

  it("keeps no secret in its files", async () => {
    const state = join(folder, "secret.json");
    const { child, url, networkId } = await start("--state", state, "--bodies");
    const group = await send(url, "GET", `/networks/${networkId}/security-groups`);
    const groupId = (group.json["securityGroups"] as { id: string }[])[0]?.id;
    const bot = { username: "onebot", groupId, challenge: "SECRET-1" };
    const headers = { "content-type": "application/json" };
    expect(
      (
        await send(url, "POST", `/networks/${networkId}/bots`, {
          headers,
          chunks: [JSON.stringify(bot)],
        })
      ).status,
    ).toBe(200);
    const oidc = {
      companyId: "UE1-c",
      issuer: "https://a.example",
      scopes: "openid",
      secret: "SECRET-2",
    };
    expect(
      (
        await send(url, "POST", `/networks/${networkId}/oidc/save`, {
          headers,
          chunks: [JSON.stringify(oidc)],
        })
      ).status,
    ).toBe(200);
    expect(await readFile(`${state}.journal`, "utf8")).toContain("onebot");
    expect(await readFile(`${state}.journal`, "utf8")).not.toContain("SECRET");
    await end(child, "SIGTERM");
    expect(await readFile(state, "utf8")).toContain("onebot");
    expect(await readFile(state, "utf8")).not.toContain("SECRET");
  }, 60_000);
});

describe.skipIf(!existsSync(CLI))("The command", () => {
  it.each([
    [["--port", "x"], "It must be a whole number."],
    [["--fault", "error=404"], "A fault needs one of"],
    [["--fault", "error=429,colour=red"], "'colour' is no part of a fault."],
    [["--fault", "drop=before,operation=Nothing"], "There is no operation 'Nothing'."],
    [["--key", "x"], "It must be <id>:<secret>."],
    [["--durability", "never"], "Allowed choices are disk, process, exit."],
    [["--behavior", "ideal"], "Allowed choices are observed, documented."],
    [["--nonsense"], "unknown option"],
    [["--host", "203.0.113.1"], "EADDRNOTAVAIL"],
  ])("explains what is wrong with %j", async (flags, message) => {
    await expect(start(...flags)).rejects.toThrow(message);
  });
});
