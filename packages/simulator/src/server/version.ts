declare const __PACKAGE_VERSION__: string | undefined;

/** The version of this package; filled in when it is built. */
export const VERSION = typeof __PACKAGE_VERSION__ === "string" ? __PACKAGE_VERSION__ : "0.0.0";
