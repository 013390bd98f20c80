/** What endpoint rules say where there is no endpoint for the configuration at hand. */
export class EndpointError extends Error {
  override readonly name = "EndpointError";
}
