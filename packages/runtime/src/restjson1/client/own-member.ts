import { hasOwn } from "@smithy/core/transport";

/** An object's own property, or undefined: for members whose names objects inherit, such as `constructor`. */
export const ownMember = <T extends object, K extends keyof T>(
  value: T,
  name: K,
): T[K] | undefined => (hasOwn(value, name as never) ? value[name] : undefined);
