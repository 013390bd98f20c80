// eslint-disable-next-line no-underscore-dangle -- the build replaces this name
declare const __PACKAGE_VERSION__: string | undefined;

/** This package's version; put in when it is built. */
export const runtimeVersion =
  typeof __PACKAGE_VERSION__ === "string" ? __PACKAGE_VERSION__ : "0.0.0";
