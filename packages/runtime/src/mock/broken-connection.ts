/**
 * An answer that breaks off, so that the caller sees what a real broken connection looks like. In Node,
 * msw turns `Response.error()` into an error that no client takes for one; a body that fails becomes a
 * `socket hang up` with the code `ECONNRESET`. Browsers fail as they should with `Response.error()`.
 */
export const brokenConnection = (): Response => {
  if (!isNode()) return Response.error();
  const body = new ReadableStream({
    pull(controller) {
      controller.error(Object.assign(new Error("socket hang up"), { code: "ECONNRESET" }));
    },
  });
  return new Response(body);
};

const isNode = (): boolean =>
  "process" in globalThis && globalThis.process?.versions?.node !== undefined;
