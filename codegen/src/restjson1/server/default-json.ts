import { timestampFormat } from "../../facts/members.js";
import { type Json, type Member, type Model, dataShapeOf } from "../../model/model.js";
import { trait } from "../../model/traits.js";

/** The member's default as it stands in a JSON document; undefined where there is none, or null. */
export const defaultJson = (model: Model, member: Member): Json | undefined => {
  const value = trait<Json>(member, "default");
  if (value === undefined || value === null) return undefined;
  switch (dataShapeOf(model, member.target).type) {
    case "blob":
      return toBase64(String(value));
    case "timestamp":
      return toWire(value, timestampFormat(model, member, "epoch-seconds"));
    default:
      return value;
  }
};

/** Models hold base64, or, before the specification said so, the text itself. */
const toBase64 = (text: string): string =>
  text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
    ? text
    : Buffer.from(text).toString("base64");

const toWire = (value: Json, format: ReturnType<typeof timestampFormat>): Json => {
  const date = new Date(typeof value === "number" ? value * 1000 : String(value));
  switch (format) {
    case "epoch-seconds":
      return date.getTime() / 1000;
    case "date-time":
      return date.toISOString().replace(".000Z", "Z");
    case "http-date":
      return date.toUTCString();
  }
};
