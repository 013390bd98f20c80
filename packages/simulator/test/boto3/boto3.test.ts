import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { startServer } from "../../src/server.js";

/** A Python with an AWS SDK that knows Wickr: `PYTHON`, or the one of the system. */
const python = process.env["PYTHON"] ?? "python3";
const CHECK = "import boto3; assert 'wickr' in boto3.session.Session().get_available_services()";
const hasBoto3 = spawnSync(python, ["-c", CHECK]).status === 0;

it.skipIf(!hasBoto3)(
  "the AWS SDK for Python takes the week's flow, every operation that it knows, signatures checked",
  async () => {
    const server = await startServer({
      behavior: "documented",
      credentials: { AKIDEXAMPLE: "example-secret" },
    });
    try {
      const script = fileURLToPath(new URL("./week.py", import.meta.url));
      const { stdout } = await promisify(execFile)(python, [script, server.url, "--signed"]);
      expect(stdout).toContain("every operation");
    } finally {
      await server.close();
    }
  },
  60_000,
);
