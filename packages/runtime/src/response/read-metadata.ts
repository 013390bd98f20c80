import type { HttpResponse, ResponseMetadata } from "@smithy/types";

/** Status and identifiers of a response. */
export const readMetadata = ({ statusCode, headers }: HttpResponse): ResponseMetadata =>
  ({
    httpStatusCode: statusCode,
    requestId:
      headers["x-amzn-requestid"] ?? headers["x-amzn-request-id"] ?? headers["x-amz-request-id"],
    extendedRequestId: headers["x-amz-id-2"],
    cfId: headers["x-amz-cf-id"],
  }) as ResponseMetadata;
