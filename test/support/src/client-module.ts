/** A client that sends commands, whatever its shapes. */
export interface AnyClient {
  send(command: never): Promise<object>;
  destroy(): void;
}

/** The parts of a generated client package that tests pick from by name. */
export interface ClientModule {
  /** The class of the client. */
  readonly Client: new (config: never) => AnyClient;
  /** All that the package exports: `XCommand`, errors and the rest. */
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The command of an operation, with an input. */
export const commandOf = (module: ClientModule, operation: string, input: object): never => {
  const Command = classOf<new (input: object) => object>(module, `${operation}Command`);
  return new Command(input) as never;
};

/** A class that the package exports, such as an error's. */
export const classOf = <Class>(module: ClientModule, name: string): Class => {
  const found = module.exports[name];
  if (typeof found !== "function") throw new Error(`The client has no class ${name}.`);

  return found as Class;
};

/** Configuration of a client that never leaves this process. */
export const OFFLINE_CONFIG = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-a-secret" },
  maxAttempts: 1,
} as const;
