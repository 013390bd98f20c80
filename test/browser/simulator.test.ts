import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { skipsChromium } from "./chromium.js";
import { ModuleInPage } from "./module-in-page.js";
import type * as simulatorPage from "./pages/simulator.js";

describe.skipIf(skipsChromium)("the simulator in a page, behind msw's service worker", () => {
  let page: ModuleInPage<typeof simulatorPage>;

  beforeAll(async () => {
    page = await ModuleInPage.start<typeof simulatorPage>("simulator");
    await page.open();
    await page.call("start");
  });
  afterAll(() => page?.stop());

  test("answers the client page by page", async () => {
    expect(await page.call("pageSizes", 10)).toEqual([10, 10, 5]);
  });

  test("takes what is signed with its key", async () => {
    expect(await page.call("networkName", "not-a-secret")).toBe("Harbor Relief");
  });

  test("refuses what is signed with another key", async () => {
    await expect(page.call("networkName", "wrong")).rejects.toThrow("InvalidSignatureException");
  });
});
