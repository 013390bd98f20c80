import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What the measured processes use of a contestant's package. */
export interface Sdk {
  readonly WickrClient: new (configuration: object) => SdkClient;
  readonly [command: `${string}Command`]: new (input: object) => unknown;
}

/** A client of either contestant. */
export interface SdkClient {
  send(command: unknown): Promise<Readonly<Record<string, unknown>>>;
  destroy(): void;
}

/** Credentials and region, so that nothing is looked up. */
export const STATIC_CONFIGURATION = {
  region: "us-east-1",
  credentials: {
    accessKeyId: "AKIDEXAMPLE",
    secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
  },
} as const;

/** Loads a contestant from the folder it is installed in. */
export const loadSdk = async (folder: string): Promise<Sdk> =>
  (await import(pathToFileURL(join(folder, "sdk.mjs")).href)) as Sdk;

/** A command of the operation with that input. */
export const commandOf = (sdk: Sdk, operation: string, input: object): unknown => {
  const Command = sdk[`${operation}Command`];
  if (!Command) throw new Error(`The package has no ${operation}Command.`);
  return new Command(input);
};
