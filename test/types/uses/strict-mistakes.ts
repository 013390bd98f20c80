// Mistakes that the compiler catches when it checks for null. Nothing here runs.
import { ListUsersCommand, UpdateUserCommand, WickrClient } from "@wickr-admin/client";

const client = new WickrClient({ region: "us-east-1" });

export const optionalOutputsAreChecked = async (): Promise<unknown> => {
  const { users } = await client.send(new ListUsersCommand({ networkId: "84620173" }));
  // @ts-expect-error -- there may be no users
  return users.length;
};

// @ts-expect-error -- a required member must not be undefined
export const undefinedLabel = new ListUsersCommand({ networkId: undefined });

// @ts-expect-error -- a required member must not be null
export const nullLabel = new UpdateUserCommand({ networkId: "84620173", userId: null });
