import {
  BatchCreateUserCommand,
  CreateNetworkCommand,
  GetNetworkCommand,
  ValidationError,
  WickrClient,
} from "@wickr-admin/client";
import { paginateListUsers } from "@wickr-admin/paginators";

/** Where the service is, and how to sign for it. */
export interface Access {
  readonly endpoint: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const clientOf = (access: Access): WickrClient =>
  new WickrClient({ region: "us-east-1", ...access });

/** Creates a network; gives its id. */
export const createNetwork = async (access: Access, networkName: string): Promise<string> => {
  const { networkId } = await clientOf(access).send(
    new CreateNetworkCommand({ networkName, accessLevel: "PREMIUM" }),
  );
  return networkId!;
};

/** Creates users; gives the usernames of those that were created. */
export const createUsers = async (
  access: Access,
  networkId: string,
  groupId: string,
  usernames: readonly string[],
): Promise<(string | undefined)[]> => {
  const { successful = [] } = await clientOf(access).send(
    new BatchCreateUserCommand({
      networkId,
      users: usernames.map((username) => ({ username, securityGroupIds: [groupId] })),
    }),
  );
  return successful.map(({ username }) => username);
};

/** Lists users; gives how many each page holds. */
export const pageSizes = async (
  access: Access,
  networkId: string,
  pageSize: number,
): Promise<number[]> => {
  const sizes: number[] = [];
  const client = clientOf(access);
  for await (const { users } of paginateListUsers({ client, pageSize }, { networkId }))
    sizes.push(users?.length ?? 0);

  return sizes;
};

/** Sends what the service refuses; gives what the error says of it. */
export const reasonsOfRefusal = async (access: Access): Promise<unknown> => {
  try {
    await clientOf(access).send(
      new CreateNetworkCommand({
        networkName: "Flood Watch",
        accessLevel: "STANDARD",
        enablePremiumFreeTrial: true,
      }),
    );
  } catch (error) {
    if (error instanceof ValidationError) return error.reasons;
    throw error;
  }
  throw new Error("It was not refused.");
};

/** Asks for a network; gives how often that took to be sent. */
export const attempts = async (access: Access, networkId: string): Promise<number | undefined> => {
  const { $metadata } = await clientOf(access).send(new GetNetworkCommand({ networkId }));
  return $metadata.attempts;
};
