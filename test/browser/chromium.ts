import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Where Debian's package puts it. */
const CHROMIUM = "/usr/bin/chromium";

/** Whether there is a browser to test in. */
export const hasChromium = existsSync(CHROMIUM);

/** Goes behind the names of tests that are skipped. */
export const skipped = hasChromium ? "" : ` (skipped: there is no ${CHROMIUM})`;

if (!hasChromium) {
  process.stderr.write(`There is no ${CHROMIUM}: tests in the browser are skipped.\n`);
}

/** Starts Chromium with an empty profile. */
export function launchChromium(): Promise<Browser> {
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
}
