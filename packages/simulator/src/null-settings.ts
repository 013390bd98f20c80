import type { ServerRequest } from "@wickr-admin/runtime/server";

/** Whether a request sets a member of a group's settings to null, which is as good as nothing to the protocol. */
export const hasNullSetting = ({ body }: ServerRequest): boolean => {
  if (!(body instanceof Uint8Array)) return false;
  const text = new TextDecoder().decode(body);
  if (!text.includes("null")) return false;
  try {
    const { securityGroupSettings } = JSON.parse(text) as { securityGroupSettings?: unknown };
    return securityGroupSettings != null && holdsNull(securityGroupSettings);
  } catch {
    return false;
  }
};

const holdsNull = (value: unknown): boolean =>
  value === null ||
  (typeof value === "object" && Object.values(value).some((each) => holdsNull(each)));
