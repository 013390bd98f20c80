/** What the `Authorization` header of a signed request says. */
export interface Authorization {
  readonly accessKeyId: string;
  /** `20250602` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/** Reads the header; undefined where it is none of Signature Version 4. */
export const parseAuthorization = (header: string): Authorization | undefined => {
  const parts = /^AWS4-HMAC-SHA256\s+(.*)$/.exec(header.trim())?.[1];
  if (parts === undefined) return undefined;
  const fields = new Map(
    parts.split(",").map((part) => {
      const [name = "", ...value] = part.trim().split("=");
      return [name, value.join("=")] as const;
    }),
  );
  const [accessKeyId, date, region, service, end] = fields.get("Credential")?.split("/") ?? [];
  const signedHeaders = fields.get("SignedHeaders")?.toLowerCase().split(";") ?? [];
  const signature = fields.get("Signature");
  if (!accessKeyId || !date || !region || !service || end !== "aws4_request") return undefined;
  if (!signature || !signedHeaders.includes("host")) return undefined;
  return { accessKeyId, date, region, service, signedHeaders, signature };
};

/** `20250602T080000Z` in milliseconds since 1970; undefined for anything else. */
export const parseAmzDate = (text: string | undefined): number | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? "");
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
};
