import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ParseSetting } from "./parse-setting.js";

/** Where a setting may stand, and how to read it. */
export interface Setting<T> {
  /** The environment variable. */
  readonly env: string;
  /** The key in a profile of the shared config files. */
  readonly key: string;
  readonly parse: ParseSetting<T>;
  /** Where both files have it, the credentials file counts. */
  readonly preferCredentialsFile?: boolean;
}

/** The setting's value in the environment, else in the profile, else `undefined`. */
export const findSetting = async <T>(
  { env, key, parse, preferCredentialsFile }: Setting<T>,
  profile: string | undefined,
): Promise<T | undefined> => {
  const fromEnvironment = process.env[env];
  if (fromEnvironment) return parse(fromEnvironment, `Environment variable ${env}`);

  if (!sharedFiles().some((file) => existsSync(file))) return undefined;

  const { loadConfig } = await import("./shared-config.js");
  const fromFile = await loadConfig<string | undefined>(
    {
      environmentVariableSelector: () => undefined,
      configFileSelector: (values) => values[key],
      default: undefined,
    },
    {
      ...(profile !== undefined && { profile }),
      preferredFile: preferCredentialsFile ? "credentials" : "config",
    },
  )();
  return fromFile ? parse(fromFile, `Shared config file, ${key}`) : undefined;
};

const sharedFiles = (): string[] => {
  const { AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE } = process.env;
  const folder = join(homedir(), ".aws");
  return [
    AWS_CONFIG_FILE || join(folder, "config"),
    AWS_SHARED_CREDENTIALS_FILE || join(folder, "credentials"),
  ].map((file) => (file.startsWith("~/") ? join(homedir(), file.slice(2)) : file));
};
