// Requests per second for GetUsersCount over loopback, against a bare server with the same bytes; and through msw.
import { spawn } from "node:child_process";
import autocannon from "autocannon";
import { setupServer } from "msw/node";
import { GetUsersCountCommand, WickrClient } from "@wickr-admin/client";
import { createSimulator } from "../dist/es/index.js";
import { judge, tell } from "./measure.mjs";

const path = (name) => new URL(name, import.meta.url).pathname;
const spawnServer = async (args) => {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => child.kill("SIGKILL"));
  const output = await new Promise((resolve) =>
    child.stdout.once("data", (chunk) => resolve(String(chunk))),
  );
  return { child, output, url: /http:\/\/\S+/.exec(output)[0] };
};
const perSecond = async (url) => {
  const { requests, non2xx, errors } = await autocannon({ url, connections: 32, duration: 3 });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return requests.average;
};

const wickr = await spawnServer([
  path("../dist/es/cli.js"),
  "--port",
  "0",
  "--quiet",
  "--users",
  "1000",
]);
const url = `${wickr.url}/networks/${/^ {2}(\d{8}) /m.exec(wickr.output)[1]}/users/count`;
const bare = await spawnServer([path("./bare-server.mjs"), await (await fetch(url)).text()]);
const rounds = [];
for (let round = 0; round < 5; round++)
  rounds.push({ bare: await perSecond(bare.url), wickr: await perSecond(url) });

// The best of each: what else the machine does can only slow them down.
const best = (name) => Math.max(...rounds.map((round) => round[name]));
const [mine, theirs] = [best("wickr"), best("bare")];
judge(
  "GetUsersCount over HTTP against a bare server",
  mine / theirs,
  0.5,
  "×",
  mine / theirs >= 0.5,
);
tell("requests per second", `${mine.toFixed(0)}, bare ${theirs.toFixed(0)}`);
wickr.child.kill();
bare.child.kill();

const simulator = createSimulator({ networks: 1, users: 1000 });
const { networkId } = simulator.network();
const rate = async (call, seconds = 2) => {
  for (let at = 0; at < 300; at++) await call();
  const start = performance.now();
  let calls = 0;
  for (; performance.now() - start < seconds * 1000; calls++) await call();
  return (calls / (performance.now() - start)) * 1000;
};
const request = `https://wickr.test/networks/${networkId}/users/count`;
tell(
  "by simulator.fetch",
  `${(await rate(async () => (await simulator.fetch(request)).json())).toFixed(0)} a second`,
);
const server = setupServer(...simulator.handlers);
server.listen();
tell(
  "by fetch through msw",
  `${(await rate(async () => (await fetch(request)).json())).toFixed(0)} a second`,
);
const client = new WickrClient({
  region: "us-east-1",
  credentials: { accessKeyId: "a", secretAccessKey: "b" },
});
tell(
  "by the client through msw",
  `${(await rate(() => client.send(new GetUsersCountCommand({ networkId })))).toFixed(0)} a second`,
);
server.close();
client.destroy();
