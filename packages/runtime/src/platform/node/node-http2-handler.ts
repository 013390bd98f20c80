// A file of its own, loaded with the first request.
export { NodeHttp2Handler } from "@smithy/node-http-handler";
