import { EventStreamCodec } from "@smithy/core/event-streams";
import { fromUtf8, toUtf8 } from "./utf8.js";

/** Messages of event streams as bytes, and back. */
export const eventCodec = /* @__PURE__ */ new EventStreamCodec((bytes) => {
  const text = typeof bytes === "string" ? bytes : fromUtf8(bytes);
  if (text === undefined) throw new TypeError("A header is not UTF-8.");
  return text;
}, toUtf8);
