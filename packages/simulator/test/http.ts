import { type OutgoingHttpHeaders, request } from "node:http";

/** What came back. */
export interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

/** Sends exactly what is given, header by header and chunk by chunk. */
export const send = (
  base: string,
  method: string,
  path: string,
  {
    headers = {},
    chunks = [],
  }: { readonly headers?: OutgoingHttpHeaders; readonly chunks?: readonly string[] } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const outgoing = request(
      { hostname, port, method, path, headers, agent: false },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("error", reject);
        response.on("end", () => {
          let json = {};
          try {
            json = JSON.parse(text) as object;
          } catch {
            // Not every answer is JSON.
          }
          resolve({
            status: response.statusCode,
            headers: response.headers,
            text,
            json: json as Record<string, unknown>,
          });
        });
      },
    );
    outgoing.on("error", reject);
    for (const chunk of chunks) outgoing.write(chunk);
    outgoing.end();
  });
