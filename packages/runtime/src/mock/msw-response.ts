/**
 * What msw is given for an answer. In Node, msw turns `Response.error()` into an error that no client
 * takes for a broken connection; a body that fails becomes a `socket hang up` with the code `ECONNRESET`.
 * Browsers fail as they should with `Response.error()`.
 */
export const toMswResponse = (response: Response): Response =>
  response.type === "error" && isNode() ? new Response(brokenBody()) : response;

const brokenBody = (): ReadableStream =>
  new ReadableStream({
    pull(controller) {
      controller.error(Object.assign(new Error("socket hang up"), { code: "ECONNRESET" }));
    },
  });

const isNode = (): boolean =>
  "process" in globalThis && globalThis.process?.versions?.node !== undefined;
