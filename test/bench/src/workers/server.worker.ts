import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers by method and path. */
export type CannedAnswers = ReadonlyMap<string, { readonly status: number; readonly body: string }>;

// A service at the other end of the loopback: takes a request's body, gives the canned answer.
process.once("message", (answers: CannedAnswers) => {
  const server: Server = createServer((request, response) => {
    request.resume().on("end", () => {
      const path = request.url?.split("?", 1)[0] ?? "";
      const answer = answers.get(`${request.method} ${path}`);
      const body = answer?.body ?? `{"message":"No answer for ${request.method} ${path}"}`;
      response.writeHead(answer?.status ?? 404, {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "x-amzn-requestid": "6f1c1f0e-5a3c-4d8b-9c39-0c5f0e7a4b21",
      });
      response.end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
});
process.once("disconnect", () => process.exit(0));
