import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface TestServer {
  readonly endpoint: string;
  readonly requests: IncomingMessage[];
  /** Number of connections that were opened. */
  connections(): number;
  close(): Promise<void>;
}

/** A server on a free port; the answers are taken in turn, the last one for all that follow. */
export const serve = async (
  ...answers: ((request: IncomingMessage, response: ServerResponse) => void)[]
): Promise<TestServer> => {
  const requests: IncomingMessage[] = [];
  let connections = 0;
  const server: Server = createServer((request, response) => {
    const next = answers[Math.min(requests.length, answers.length - 1)]!;
    requests.push(request);
    request.resume();
    request.on("end", () => next(request, response));
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** An answer with this status and body. */
export const answer =
  (statusCode: number, body: string, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(statusCode, headers).end(body);
  };
