// Code as it is written for the published `@aws-sdk/client-wickr`: only the names of the imported
// packages differ. Nothing here runs.
import { NodeHttpHandler } from "@smithy/node-http-handler";
import {
  AccessLevel,
  BatchCreateUserCommand,
  type BatchCreateUserCommandInput,
  type BatchCreateUserCommandOutput,
  type BatchCreateUserRequestItem,
  BatchDeleteUserCommand,
  BotStatus,
  CreateBotCommand,
  CreateNetworkCommand,
  type CreateNetworkRequest,
  DataRetentionActionType,
  DeleteNetworkCommand,
  ForbiddenError,
  GetNetworkCommand,
  GetUserCommand,
  type GetUserCommandInput,
  type GetUserCommandOutput,
  ListUsersCommand,
  type ListUsersCommandInput,
  type ListUsersCommandOutput,
  RateLimitError,
  ResourceNotFoundError,
  type SecurityGroup,
  SortDirection,
  UpdateDataRetentionCommand,
  type User,
  UserStatus,
  ValidationError,
  Wickr,
  WickrClient,
  type WickrClientConfig,
  WickrServiceException,
} from "@wickr-admin/client";
import { paginateListUsers, type WickrPaginationConfiguration } from "@wickr-admin/paginators";
import { waitUntilUserActive } from "@wickr-admin/waiters";

const config: WickrClientConfig = {
  region: process.env["AWS_REGION"] ?? "us-east-1",
  maxAttempts: 3,
  requestHandler: new NodeHttpHandler({ connectionTimeout: 1000, requestTimeout: 5000 }),
};
const client = new WickrClient(config);
declare function report(...values: unknown[]): void;

client.middlewareStack.add(
  (next) => async (args) => {
    const result = await next(args);
    return result;
  },
  { step: "build", name: "tracing", tags: ["TRACING"] },
);

export class UserDirectory {
  constructor(private readonly wickr: WickrClient = client) {}

  async create(networkId: string, users: BatchCreateUserRequestItem[]): Promise<string[]> {
    const input: BatchCreateUserCommandInput = { networkId, users };
    const output: BatchCreateUserCommandOutput = await this.wickr.send(
      new BatchCreateUserCommand(input),
    );
    for (const { field, reason } of output.failed ?? []) report(field, reason);

    return (output.successful ?? []).map(({ userId }) => userId!);
  }

  async find(input: ListUsersCommandInput): Promise<User[]> {
    const users: User[] = [];
    let response: ListUsersCommandOutput | undefined;
    do {
      response = await this.wickr.send(
        new ListUsersCommand({
          ...input,
          sortDirection: SortDirection.ASC,
          nextToken: response?.nextToken,
        }),
      );
      users.push(...(response.users ?? []));
    } while (response.nextToken);
    return users;
  }

  async all(networkId: string): Promise<number> {
    const paginatorConfig: WickrPaginationConfiguration = { client: this.wickr, pageSize: 50 };
    let count = 0;
    for await (const page of paginateListUsers(paginatorConfig, { networkId }))
      count += page.users?.length ?? 0;

    return count;
  }

  async isActive(input: GetUserCommandInput): Promise<boolean> {
    try {
      const user: GetUserCommandOutput = await this.wickr.send(new GetUserCommand(input));
      return user.status === UserStatus.ACTIVE;
    } catch (error) {
      if (error instanceof ResourceNotFoundError) return false;
      if (error instanceof RateLimitError || error instanceof ForbiddenError)
        report(error.name, error.$metadata.requestId, error.$response?.statusCode);

      if (error instanceof ValidationError)
        error.reasons?.forEach(({ field, reason }) => report(field, reason));

      if (error instanceof WickrServiceException && error.$retryable?.throttling) return false;
      throw error;
    }
  }

  async remove(networkId: string, userIds: string[]): Promise<string | undefined> {
    const { message, $metadata } = await this.wickr.send(
      new BatchDeleteUserCommand({ networkId, userIds, clientToken: "token-1" }),
      { abortSignal: new AbortController().signal },
    );
    return message ?? $metadata.requestId;
  }
}

export const setUp = async (request: CreateNetworkRequest): Promise<void> => {
  const { networkId } = await client.send(
    new CreateNetworkCommand({ ...request, accessLevel: AccessLevel.PREMIUM }),
  );
  await client.send(new GetNetworkCommand({ networkId: networkId! }));
  const { botId } = await client.send(
    new CreateBotCommand({
      networkId: networkId!,
      username: "alertbot",
      groupId: "g",
      challenge: "secret",
    }),
  );
  await client.send(
    new UpdateDataRetentionCommand({
      networkId: networkId!,
      actionType: DataRetentionActionType.ENABLE,
    }),
  );
  await waitUntilUserActive({ client, maxWaitTime: 300 }, { networkId: networkId!, userId: botId });
  await client.send(new DeleteNetworkCommand({ networkId: networkId! }));
  client.destroy();
};

export const aggregated = async (): Promise<SecurityGroup[]> => {
  const wickr = new Wickr({});
  const { bots } = await wickr.listBots({ networkId: "84620173", maxResults: 10 });
  const pending = bots.filter(({ status }) => status === BotStatus.PENDING);
  const { securityGroups } = await wickr.listSecurityGroups({ networkId: "84620173" });
  return pending.length > 0 ? (securityGroups ?? []) : [];
};
