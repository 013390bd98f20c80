import type * as client from "@wickr-admin/client";

type Client = typeof client;

/** Every operation that the client knows. */
export type OperationName = {
  [Export in keyof Client]: Export extends `${infer Name}Command` ? Name : never;
}[keyof Client];

type CommandOf<Name extends OperationName> = `${Name}Command` extends infer Export extends
  keyof Client
  ? Client[Export] extends abstract new (...input: never) => infer Command
    ? Command
    : never
  : never;

/** What an operation takes. */
export type OperationInput<Name extends OperationName> =
  CommandOf<Name> extends { readonly input: infer Input extends object } ? Input : never;

/** What an operation gives. */
export type OperationOutput<Name extends OperationName> =
  CommandOf<Name> extends { readonly operation: { read(...parts: never): infer Output } }
    ? Omit<Awaited<Output>, "$metadata">
    : never;
