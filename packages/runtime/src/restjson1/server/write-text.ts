import { toBase64 } from "./base64.js";
import { joinHeader } from "./header-list.js";
import type { Path } from "./problem.js";
import { resolve, traitOf } from "./resolve.js";
import type { MemberSchema } from "./schema.js";
import { formatTimestamp } from "./timestamp.js";
import { expectDate, mistake } from "./write-json.js";

/** The value of a header. */
export const writeHeader = (member: MemberSchema, value: unknown, path: Path): string => {
  const schema = resolve(member.target);
  switch (schema.type) {
    case "timestamp":
      return formatTimestamp(
        expectDate(value, path),
        traitOf(member, "timestampFormat") ?? "http-date",
      );
    case "list": {
      if (!Array.isArray(value)) throw mistake(path, "an array");
      const items = value.map((item, index) => writeHeader(schema.member, item, [...path, index]));
      // Dates hold a comma of their own, which every reader expects.
      return resolve(schema.member.target).type === "timestamp"
        ? items.join(", ")
        : joinHeader(items);
    }
    case "blob":
      return toBase64(value as Uint8Array);
    case "string":
      return traitOf(member, "mediaType") === undefined ? String(value) : toBase64(String(value));
    default:
      return String(value);
  }
};
