/** The packages that the generator writes. */
export const PACKAGES = ["client", "paginators", "waiters", "mock"] as const;

export type PackageName = (typeof PACKAGES)[number];
