import { Readable } from "node:stream";
import type { WickrClientConfig } from "@wickr-admin/client";
import type { Simulator } from "../src/simulator.js";

type Handler = Extract<WickrClientConfig["requestHandler"], { handle: unknown }>;

/** Hands the client's requests to the simulator as they would go over the wire. */
export const createClientHandler = (wickr: Simulator): Handler => ({
  async handle({ method, protocol, hostname, path, query = {}, headers, body }) {
    const url = new URL(`${protocol}//${hostname}${path}`);
    for (const [name, value] of Object.entries(query))
      for (const each of [value].flat()) url.searchParams.append(name, each ?? "");

    // Spaces as the client writes them.
    const href = url.href.replaceAll("+", "%20");
    const response = await wickr.handle(
      new Request(href, { method, headers, body: body as BodyInit }),
    );
    if (response.type === "error")
      throw Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
    return {
      response: {
        statusCode: response.status,
        headers: Object.fromEntries(response.headers),
        body: response.body ? Readable.fromWeb(response.body as never) : undefined,
      },
    };
  },
});
