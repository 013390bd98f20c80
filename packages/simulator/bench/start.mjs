// How long the command takes until it listens with 100,000 users, and how much memory it holds then.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge, tell } from "./measure.mjs";

const CLI = new URL("../dist/es/cli.js", import.meta.url).pathname;
const state = join(tmpdir(), `wickr-bench-${process.pid}.json`);

const run = async (flags) => {
  const start = performance.now();
  const child = spawn(process.execPath, [CLI, "--port", "0", "--quiet", ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  await new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (output.includes("http://")) resolve();
    });
  });
  const seconds = (performance.now() - start) / 1000;
  const url = /http:\/\/\S+/.exec(output)[0];
  const networkId = /^ {2}(\d{8}) /m.exec(output)[1];
  // Every kind of list once: what is kept in order counts, too.
  for (const query of [
    "",
    "sortFields=username",
    "sortFields=lastName%2BfirstName",
    "status=1&sortFields=username",
    "firstName=Ana",
  ]) {
    const response = await fetch(`${url}/networks/${networkId}/users?${query}`);
    await response.arrayBuffer();
  }
  const status =
    process.platform === "linux" ? readFileSync(`/proc/${child.pid}/status`, "utf8") : "";
  const megabytes = (name) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  const memory = { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
  child.kill("SIGTERM");
  await new Promise((resolve) => child.on("exit", resolve));
  return { seconds, memory };
};

const fresh = await run(["--users", "100000"]);
judge("start with 100,000 made-up users", fresh.seconds, 5, " s");
judge("memory with 100,000 users, at most", fresh.memory.most, 600, " MB");
tell("memory after the first lists", `${fresh.memory.now.toFixed(0)} MB`);
await run(["--users", "100000", "--state", state]);
const kept = await run(["--state", state]);
judge("start with 100,000 users from a state file", kept.seconds, 5, " s");
judge("memory with 100,000 users from a state file, at most", kept.memory.most, 600, " MB");
for (const suffix of ["", ".journal", ".lock"]) rmSync(state + suffix, { force: true });
