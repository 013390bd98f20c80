// What people write who use paginators and waiters, as the compiler sees it. Nothing here runs.
import { WickrClient, type GetUserCommandOutput, type User } from "@wickr-admin/client";
import {
  paginateListUsers,
  paginateListUsersItems,
  type WickrPaginationConfiguration,
} from "@wickr-admin/paginators";
import { waitForUserActive, waitUntilUserActive } from "@wickr-admin/waiters";

const client = new WickrClient({ region: "us-east-1" });

export const pages = async (): Promise<User[]> => {
  const config: WickrPaginationConfiguration = { client, pageSize: 100, startingToken: undefined };
  const users: User[] = [];
  for await (const page of paginateListUsers(config, { networkId: "84620173" }))
    users.push(...(page.users ?? []));

  return users;
};

export const items = async (): Promise<string[]> => {
  const names: string[] = [];
  for await (const user of paginateListUsersItems({ client }, { networkId: "84620173" }))
    names.push(user.username ?? user.userId ?? "");

  return names;
};

export const waiting = async (): Promise<GetUserCommandOutput | undefined> => {
  const result = await waitUntilUserActive(
    { client, maxWaitTime: 60, minDelay: 2, maxDelay: 10 },
    { networkId: "84620173", userId: "20417" },
  );
  return result.reason instanceof Error ? undefined : result.reason;
};

export const waitingWithoutThrowing = async (): Promise<boolean> => {
  const { state } = await waitForUserActive(
    { client, maxWaitTime: 60, abortSignal: AbortSignal.timeout(1000) },
    { networkId: "84620173", userId: "20417" },
  );
  return state === "SUCCESS";
};
