import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The browser: `CHROMIUM`, or where Debian's package puts it. */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const why = `there is no ${CHROMIUM}; CHROMIUM may name another`;
const isThere = existsSync(CHROMIUM);

/** Whether tests in Chromium are skipped. Never in CI: it is expected there, and they fail without it. */
export const skipsChromium = !isThere && !["true", "1"].includes(process.env["CI"] ?? "");
if (skipsChromium) {
  // `.ci/run` gathers these lines.
  process.stderr.write(`SKIPPED tests in the browser: ${why}.\n`);
}

/** Starts Chromium with an empty profile. */
export const launchChromium = async (): Promise<Browser> => {
  if (!isThere) throw new Error(`In CI nothing is skipped, and ${why}.`);
  return chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    chromiumSandbox: false,
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
};
