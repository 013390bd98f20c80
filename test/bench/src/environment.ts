/**
 * The environment of measured processes: no AWS settings of the machine, and a home without
 * configuration files.
 */
export const cleanEnvironment = (home: string): NodeJS.ProcessEnv => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(AWS_|NODE_|npm_|HOME$|USERPROFILE$)/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    AWS_EC2_METADATA_DISABLED: "true",
    // The official runtime warns of old versions of Node, which takes time and says nothing of its speed.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
};
