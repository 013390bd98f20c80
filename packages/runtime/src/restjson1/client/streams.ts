import { sdkStreamMixin } from "@smithy/core/serde";
import type { SdkStreamMixin } from "@smithy/types";

/** An open stream, with the methods that read it whole: `transformToString()` and others. */
export const readStream = <Stream extends object>(stream: Stream): Stream & SdkStreamMixin =>
  sdkStreamMixin(stream) as unknown as Stream & SdkStreamMixin;
