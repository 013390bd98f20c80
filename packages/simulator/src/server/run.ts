import { Command, InvalidArgumentError, Option } from "commander";
import type { Span } from "../clock.js";
import type { Fault } from "../faults/fault.js";
import { type BehaviorName, DEFAULT_SETTINGS } from "../settings.js";
import { parseFault } from "./parse-fault.js";
import { type ServerOptions, startServer } from "./start-server.js";
import type { Durability } from "./store.js";
import { VERSION } from "./version.js";

/** The options as commander gives them. */
interface Flags {
  readonly port: number;
  readonly host: string;
  readonly networks?: number;
  readonly users?: number;
  readonly state?: string;
  readonly durability: Durability;
  readonly seed?: string;
  readonly behavior: BehaviorName;
  readonly deletionTakes?: number;
  readonly suspensionLag?: number;
  readonly region: string;
  readonly account: string;
  readonly administrator: string;
  readonly retentionBotRegisters: boolean;
  readonly joinAfter?: number;
  readonly verifySignatures?: boolean;
  readonly key: Record<string, string>;
  readonly cors?: true | string[];
  readonly fault: Fault[];
  readonly control: boolean;
  readonly quiet?: boolean;
  readonly bodies?: boolean;
}

const EXAMPLES = `
Examples:
  A network with 100,000 people in it, kept in a file from one start to the next:
    wickr-simulator --port 4010 --users 100000 --state wickr.json
  Any AWS SDK works with it; for the AWS CLI:
    aws wickr list-networks --endpoint-url http://127.0.0.1:4010
  A bad day: one request of ten is refused, the rest take their time:
    wickr-simulator --fault error=429,rate=0.1,retry-after=1 --fault latency=lognormal:40:400
  Signatures checked with a key of one's own:
    wickr-simulator --verify-signatures --key AKIDEXAMPLE:example-secret

What no administrator can do is asked of the simulator itself, as JSON:
  curl -X POST http://127.0.0.1:4010/_simulator/transitions/acceptInvitation \\
    -H 'content-type: application/json' -d '{"networkId":"84620173","userId":"20001"}'
  Others: rejectInvitation, signIn, useApp, enterWrongPassword, suspendDevice, botSignsIn,
  dataRetentionBotRegisters, guestWrites, changeNetwork, changeUser, addUsers.
  Also: POST /_simulator/clock {"days":8}, POST /_simulator/reset, GET and PUT /_simulator/state,
  POST and DELETE /_simulator/faults.

Faults are parts joined by commas.
  What goes wrong: latency=50 | latency=10-200 | latency=normal:<mean>:<deviation> |
    latency=lognormal:<median>:<p99> | error=429 | error=500 | error=oidc | drop=before | drop=after |
    body=truncated | body=malformed
  When: rate=<0 to 1>, count=<at most>, after=<let so many pass>, operation=<name>[+<name>…],
    retry-after=<seconds> (with error=429)

Whoever reaches the port administers everything: it listens on 127.0.0.1 unless told otherwise.`;

/** The command line: starts a server and runs until it is told to stop. */
export const run = async (argv: readonly string[]): Promise<void> => {
  const program = createProgram();
  program.action(async (flags: Flags) => {
    try {
      await serve(program, flags);
    } catch (error) {
      program.error(`error: ${(error as Error).message}`);
    }
  });
  await program.parseAsync(argv);
};

const createProgram = (): Command =>
  new Command("wickr-simulator")
    .description(
      "A whole Wickr admin service on this computer. It takes any credentials and keeps nothing unless told to.",
    )
    .version(VERSION)
    .option("-p, --port <number>", "port to listen on; 0 for a free one", parseCount, 4010)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("-n, --networks <count>", "networks to begin with (default: 1)", parseCount)
    .option("-u, --users <count>", "made-up users in each of them (default: 0)", parseCount)
    .option("-s, --state <file>", "keep the state in a file; what it holds already is taken up")
    .addOption(
      new Option(
        "-d, --durability <when>",
        "answer once a change is: on the disk (disk); safe from a kill of this process, but not from a power failure (process); made in memory, with the file written at the end, so that a kill loses all since the start (exit)",
      )
        .choices(["disk", "process", "exit"])
        .default("disk"),
    )
    .option(
      "--seed <text>",
      "the same seed gives the same ids, codes and faults (default: that of the state, or 0)",
    )
    .addOption(
      new Option(
        "--behavior <which>",
        "do what the live service was seen to do, or what its documentation says",
      )
        .choices(["observed", "documented"])
        .default(DEFAULT_SETTINGS.behavior),
    )
    .option(
      "--deletion-takes <seconds>",
      "how long the deletion of a network goes on (default: 60; observed behavior only)",
      parseCount,
    )
    .option(
      "--suspension-lag <seconds>",
      "how long GetBot gives the old value of suspended (default: 5; observed behavior only)",
      parseCount,
    )
    .option("--region <name>", "AWS Region to stand for", DEFAULT_SETTINGS.region)
    .option("--account <id>", "AWS account that owns all networks", DEFAULT_SETTINGS.awsAccountId)
    .option(
      "--administrator <username>",
      "who all calls are taken to come from",
      DEFAULT_SETTINGS.administrator,
    )
    .option(
      "--no-retention-bot-registers",
      "the data retention bot does not sign in by itself once it has a password",
    )
    .option(
      "--join-after <seconds>",
      "invited people accept and new bots sign in after so long (default: never by themselves)",
      parseCount,
    )
    .option(
      "--verify-signatures",
      "answer signed requests only: with --key, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    )
    .option(
      "--key <id:secret>",
      "a key that requests may be signed with; may be repeated",
      collectKey,
      {},
    )
    .option("--cors [origins...]", "let web pages use it: those of these origins, or any")
    .option(
      "-f, --fault <parts>",
      "something that goes wrong, see below; may be repeated",
      collectFault,
      [],
    )
    .option("--no-control", "do not answer to /_simulator/…")
    .option("-q, --quiet", "no request log")
    .option("--bodies", "log what is sent and answered, too; secrets and names are blanked out")
    .addHelpText("after", EXAMPLES);

const serve = async (program: Command, flags: Flags): Promise<void> => {
  const server = await startServer(toServerOptions(program, flags));
  const { networks } = server.simulator;
  const users = networks.reduce((sum, network) => sum + network.users.size, 0);
  const lines = [
    `Wickr simulator on ${server.url} with ${count(networks.length, "network")} and ${count(users, "user")}`,
  ];
  if (flags.state !== undefined && flags.durability === "exit") {
    lines.push(
      `  ${flags.state} is written at the end only: a kill loses what happened since the start`,
    );
  }
  if (networks.length <= 10)
    lines.push(...networks.map(({ networkId, name }) => `  ${networkId} ${name}`));
  process.stdout.write(`${lines.join("\n")}\n`);
  let isStopping = false;
  const stop = async (): Promise<void> => {
    // Who asks twice does not want to wait.
    if (isStopping) process.exit(130);
    isStopping = true;
    await server.close();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop());
};

const toServerOptions = (program: Command, flags: Flags): ServerOptions => {
  const credentials = flags.verifySignatures ? keysOf(program, flags) : undefined;
  return {
    port: flags.port,
    host: flags.host,
    networks: flags.networks ?? 1,
    users: flags.users,
    stateFile: flags.state,
    durability: flags.durability,
    seed: flags.seed,
    behavior: flags.behavior,
    deletionTakes: spanOf(flags.deletionTakes),
    suspensionLag: spanOf(flags.suspensionLag),
    region: flags.region,
    awsAccountId: flags.account,
    administrator: flags.administrator,
    dataRetentionBotRegisters: flags.retentionBotRegisters,
    joinAfter: flags.joinAfter,
    credentials,
    cors: flags.cors === true ? ["*"] : flags.cors,
    faults: flags.fault,
    control: flags.control,
    log: flags.quiet ? undefined : (line) => process.stderr.write(`${line}\n`),
    logLevel: flags.bodies ? "bodies" : "requests",
    replaceGlobals: true,
  };
};

const spanOf = (seconds: number | undefined): Span | undefined =>
  seconds === undefined ? undefined : { seconds };

const keysOf = (program: Command, { key }: Flags): Record<string, string> => {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = process.env;
  const keys = { ...(id && secret && { [id]: secret }), ...key };
  if (Object.keys(keys).length === 0)
    program.error("error: --verify-signatures needs a key: --key <id:secret>");
  return keys;
};

const count = (number: number, noun: string): string =>
  `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

const parseCount = (text: string): number => {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
};

const collectKey = (text: string, keys: Record<string, string>): Record<string, string> => {
  const at = text.indexOf(":");
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError("It must be <id>:<secret>.");
  return { ...keys, [text.slice(0, at)]: text.slice(at + 1) };
};

const collectFault = (text: string, faults: readonly Fault[]): Fault[] => {
  try {
    return [...faults, parseFault(text)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
};
