export { EndpointError } from "./endpoint-error.js";
export { isValidHostLabel } from "./host-label.js";
export { type Arn, parseArn } from "./parse-arn.js";
export { type EndpointUrl, parseUrl } from "./parse-url.js";
export { type Partition, partition } from "./partition.js";
export { isVirtualHostableS3Bucket } from "./s3-bucket.js";
export { splitText, substring, uriEncode } from "./text.js";
