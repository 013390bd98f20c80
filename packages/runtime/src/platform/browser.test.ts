import { afterEach, expect, it, vi } from "vitest";
import { credentials, type FeedCommand as Feed, FeedCommand, zoo } from "../testing/service.js";
import type { ClientConfig } from "../config/client-config.js";
import { ServiceClient } from "../internal.browser.js";

class BrowserZooClient extends ServiceClient {
  constructor(config: ClientConfig) {
    super(zoo, config);
  }
}

const cat = (): Feed => new FeedCommand({ animal: "cat" });

afterEach(() => {
  vi.unstubAllGlobals();
});

const stubFetch = (respond: () => Response) => {
  const fetched: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    fetched.push(request);
    return respond();
  });
  return fetched;
};

it("sends by fetch, signed by WebCrypto", async () => {
  const fetched = stubFetch(() => new Response('{"fed":"fish"}'));
  const client = new BrowserZooClient({ region: "us-east-1", credentials });
  expect(await client.send(cat())).toMatchObject({ fed: "fish" });
  const [request] = fetched;
  expect(request!.url).toBe("https://zoo.us-east-1.amazonaws.com/animals/cat/feed");
  expect(request!.headers.get("authorization")).toMatch(
    /^AWS4-HMAC-SHA256 .*Signature=[\da-f]{64}$/,
  );
  expect(request!.headers.get("x-amz-user-agent")).toContain("md/browser api/zoo#1.2.3");
  expect(request!.headers.get("user-agent")).toBeNull();
});

it("reads errors", async () => {
  stubFetch(() => new Response('{"code":"TooManyError"}', { status: 400 }));
  const client = new BrowserZooClient({ region: "us-east-1", credentials });
  await expect(client.send(cat())).rejects.toMatchObject({ name: "TooManyError" });
});

it.each<[ClientConfig, string]>([
  [{ credentials }, "Region is missing: pass `region` to the client."],
  [{ region: "us-east-1" }, "Credentials are missing: pass `credentials` to the client"],
])("says what must be given", async (config, message) => {
  stubFetch(() => expect.unreachable());
  await expect(new BrowserZooClient(config).send(cat())).rejects.toThrow(message);
});

it("takes no settings from the environment", async () => {
  vi.stubEnv("AWS_MAX_ATTEMPTS", "9");
  const { config } = new BrowserZooClient({});
  expect(await config.maxAttempts()).toBe(3);
  vi.unstubAllEnvs();
});
