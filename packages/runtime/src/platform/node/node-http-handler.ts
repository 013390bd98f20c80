// A file of its own, loaded with the first request.
export { NodeHttpHandler } from "@smithy/node-http-handler";
