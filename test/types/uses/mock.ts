// What people write who test with the mock, as the compiler sees it. Nothing here runs.
import { GetUserCommand, ListUsersCommand, RateLimitError } from "@wickr-admin/client";
import { createWickrMock } from "@wickr-admin/mock";
import { setupServer } from "msw/node";

const mock = createWickrMock();
export const server = setupServer(...mock.handlers);

mock
  .on(ListUsersCommand, { networkId: "84620173" })
  .rejectsOnce(new RateLimitError({ message: "Slow down", $metadata: {} }))
  .resolves({ users: [{ userId: "20417" }] });
mock.on(GetUserCommand).callsFake((input) => ({ userId: input.userId }));

export const asked: string[] = mock.calls(ListUsersCommand).map(({ input }) => input.networkId);
mock.reset();

// @ts-expect-error -- no such member in the output
mock.on(ListUsersCommand).resolves({ people: [] });
