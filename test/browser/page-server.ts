import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);

/** A server of one page, and of the module that the page's tests call. */
export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Bundles a file of `pages` as an application would be, and serves it on a free port. */
export const servePage = async (name: string): Promise<PageServer> => {
  const files: Readonly<Record<string, readonly [type: string, content: string]>> = {
    "/": ["text/html", '<!doctype html><html lang="en"><title>Test</title></html>'],
    "/page.js": ["text/javascript", await bundle(name)],
    "/mockServiceWorker.js": [
      "text/javascript",
      readFileSync(require.resolve("msw/mockServiceWorker.js"), "utf8"),
    ],
  };
  const server = createServer(({ url = "" }, response) => {
    const [type, content] = files[url] ?? ["text/plain", undefined];
    response.writeHead(content === undefined ? 404 : 200, { "content-type": type }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const bundle = async (name: string): Promise<string> => {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(`pages/${name}.ts`, import.meta.url))],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "warning",
  });
  return result.outputFiles[0]!.text;
};
