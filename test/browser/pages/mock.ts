import { GetUserCommand, type GetUserCommandInput, WickrClient } from "@wickr-admin/client";
import { createWickrMock } from "@wickr-admin/mock";
import { setupWorker } from "msw/browser";

const mock = createWickrMock();
const client = new WickrClient({
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "not-a-secret" },
});

/** Puts the mock in the place of the service. */
export const start = async (): Promise<void> => {
  await setupWorker(...mock.handlers).start({ quiet: true, onUnhandledRequest: "error" });
};

/** Asks for a user whom the mock knows; gives the status that the client reads. */
export const getUser = async (input: GetUserCommandInput): Promise<number | undefined> => {
  mock.on(GetUserCommand, { userId: "20417" }).resolves({ userId: "20417", status: 2 });
  const { status } = await client.send(new GetUserCommand(input));
  return status;
};

/** Asks for a user while the connection breaks once; gives how often that took to be sent. */
export const attemptsWhereConnectionBreaks = async (): Promise<number | undefined> => {
  const broken = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
  mock.on(GetUserCommand).rejectsOnce(broken).resolves({});
  const { $metadata } = await client.send(
    new GetUserCommand({ networkId: "84620173", userId: "20417" }),
  );
  return $metadata.attempts;
};

/** What the mock was asked. */
export const calls = (): { readonly operation: string; readonly input: object }[] =>
  mock.calls().map(({ operation, input }) => ({ operation, input }));
