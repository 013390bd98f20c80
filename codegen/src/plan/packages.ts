/** The hand-written package that all generated ones lean on; the same for every service and scope. */
export const RUNTIME = "@wickr-admin/runtime";

/** The packages that the generator writes. */
export const PACKAGES = ["client", "paginators", "waiters", "mock"] as const;

export type PackageName = (typeof PACKAGES)[number];
