import { type RunningServer, startServer } from "@wickr-admin/simulator/server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { skipsChromium } from "./chromium.js";
import { ModuleInPage } from "./module-in-page.js";
import type * as clientPage from "./pages/client.js";

describe.skipIf(skipsChromium)("the client in a page, over HTTP to another origin", () => {
  const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-a-secret" };
  let page: ModuleInPage<typeof clientPage>;
  let server: RunningServer;

  beforeAll(async () => {
    page = await ModuleInPage.start<typeof clientPage>("client");
    await page.open();
  });
  afterAll(() => page?.stop());

  beforeEach(async () => {
    server = await startServer({
      // Names of networks have a length there.
      behavior: "documented",
      networks: [{ name: "Harbor Relief", users: 25 }],
      cors: [page.origin],
      // Requests that are not signed with this key are refused.
      credentials: { [credentials.accessKeyId]: credentials.secretAccessKey },
    });
  });
  afterEach(() => server.close());

  const access = () => ({ endpoint: server.url, credentials });

  test("creates a network", async () => {
    const networkId = await page.call("createNetwork", access(), "Flood Watch");
    expect(server.simulator.network("Flood Watch").networkId).toBe(networkId);
  });

  test("creates several users at once", async () => {
    const { networkId, defaultGroup, users } = server.simulator.network();
    const usernames = ["noor@example.com", "zoë@example.com"];
    expect(await page.call("createUsers", access(), networkId, defaultGroup.id, usernames)).toEqual(
      usernames,
    );
    expect(users.get("zoë@example.com").username).toBe("zoë@example.com");
  });

  test("lists page by page", async () => {
    const { networkId } = server.simulator.network();
    expect(await page.call("pageSizes", access(), networkId, 10)).toEqual([10, 10, 5]);
  });

  test("gets an error with its members", async () => {
    expect(await page.call("reasonsOfRefusal", access())).toEqual([
      { field: "enablePremiumFreeTrial", reason: expect.any(String) },
    ]);
  });

  test("tries again when it is throttled", async () => {
    server.simulator.faults.add({ error: "RateLimitError", count: 2 });
    const { networkId } = server.simulator.network();
    expect(await page.call("attempts", access(), networkId)).toBe(3);
  });

  test("waits as long as a throttled answer says", async () => {
    server.simulator.faults.add({ error: "RateLimitError", retryAfter: 1, count: 1 });
    const { networkId } = server.simulator.network();
    const start = performance.now();
    await page.call("attempts", access(), networkId);
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  test("tries again when the connection breaks", async () => {
    const { networkId } = server.simulator.network();
    // Chromium itself tries again once, where it took up an open connection.
    server.simulator.faults.add({ drop: "before", count: 2 });
    expect(await page.call("attempts", access(), networkId)).toBeGreaterThanOrEqual(2);
  });

  test("is refused with a wrong key", async () => {
    const wrong = { ...access(), credentials: { ...credentials, secretAccessKey: "wrong" } };
    await expect(page.call("createNetwork", wrong, "Flood Watch")).rejects.toThrow(
      "InvalidSignatureException",
    );
  });

  test("says that credentials are missing", async () => {
    await expect(page.call("createNetwork", { endpoint: server.url }, "Any")).rejects.toThrow(
      "Credentials are missing",
    );
  });
});
