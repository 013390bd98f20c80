import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { skipsChromium } from "./chromium.js";
import { ModuleInPage } from "./module-in-page.js";
import type * as mockPage from "./pages/mock.js";

describe.skipIf(skipsChromium)("the mock in a page, behind msw's service worker", () => {
  let page: ModuleInPage<typeof mockPage>;

  beforeAll(async () => {
    page = await ModuleInPage.start<typeof mockPage>("mock");
  });
  afterAll(() => page?.stop());

  beforeEach(async () => {
    await page.open();
    await page.call("start");
  });

  test("answers the client as it is told", async () => {
    expect(await page.call("getUser", { networkId: "84620173", userId: "20417" })).toBe(2);
  });

  test("records what it was asked", async () => {
    const input = { networkId: "84620173", userId: "20417" };
    await page.call("getUser", input);
    expect(await page.call("calls")).toEqual([{ operation: "GetUser", input }]);
  });

  test("refuses what breaks a constraint", async () => {
    const call = page.call("getUser", { networkId: "84620173", userId: "no number" });
    await expect(call).rejects.toThrow("ValidationError");
  });

  test("breaks connections, which the client tries again", async () => {
    expect(await page.call("attemptsWhereConnectionBreaks")).toBe(2);
  });
});
