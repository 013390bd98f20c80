// A file of its own, loaded where there are shared config files to read.
export { loadConfig, resolveDefaultsModeConfig } from "@smithy/core/config";
