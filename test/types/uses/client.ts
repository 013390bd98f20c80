// What people write who use the client, as the compiler sees it. Nothing here runs.
import {
  AccessLevel,
  BatchCreateUserCommand,
  CreateNetworkCommand,
  GetSecurityGroupCommand,
  GetUserCommand,
  ListNetworksCommand,
  ListUsersCommand,
  RateLimitError,
  type SortDirection,
  UpdateUserCommand,
  UserStatus,
  ValidationError,
  Wickr,
  WickrClient,
  WickrServiceException,
  type ErrorDetail,
  type ListUsersCommandInput,
  type ListUsersCommandOutput,
  type User,
  type WickrClientConfig,
  type WickrClientResolvedConfig,
} from "@wickr-admin/client";

const client = new WickrClient({ region: "us-east-1" });

export const requiredOutputsNeedNoCheck = async (): Promise<number> => {
  const { userId, networkId, suspended } = await client.send(
    new UpdateUserCommand({ networkId: "84620173", userId: "20563" }),
  );
  const { securityGroup } = await client.send(
    new GetSecurityGroupCommand({ networkId: "84620173", groupId: "Bm4kTq7Z" }),
  );
  const text: string = userId + networkId + securityGroup.name;
  return suspended ? 0 : text.length + securityGroup.activeMembers;
};

export const optionalOutputsMayBeAbsent = async (): Promise<User[]> => {
  const output: ListUsersCommandOutput = await client.send(
    new ListUsersCommand({ networkId: "84620173", status: UserStatus.ACTIVE }),
  );
  const token: string | undefined = output.nextToken;
  const requestId: string | undefined = output.$metadata.requestId;
  return token === requestId ? [] : (output.users ?? []);
};

export const enumsAreTheirValues = (): string => {
  const level: AccessLevel = AccessLevel.PREMIUM;
  const direction: SortDirection = "ASC";
  const active: 2 = UserStatus.ACTIVE;
  return `${level} ${direction} ${active}`;
};

export const namedEnumValue = new CreateNetworkCommand({
  networkName: "Field Office",
  accessLevel: AccessLevel.STANDARD,
});
export const writtenEnumValue = new CreateNetworkCommand({
  networkName: "Field Office",
  accessLevel: "STANDARD",
});

export const noInputAtAll = new ListNetworksCommand();
export const emptyInput = new ListNetworksCommand({});

export const membersMayBeUndefined = (nextToken: string | undefined): ListUsersCommandInput => ({
  networkId: "84620173",
  nextToken,
  maxResults: undefined,
});

export const dates = new GetUserCommand({
  networkId: "84620173",
  userId: "20417",
  startTime: new Date("2025-01-01"),
});

export const nested = new BatchCreateUserCommand({
  networkId: "84620173",
  users: [{ username: "ana@example.com", securityGroupIds: ["Bm4kTq7Z"], inviteCodeTtl: 7 }],
});

export const errorsNarrow = async (): Promise<ErrorDetail[]> => {
  try {
    await client.send(noInputAtAll);
  } catch (error) {
    if (error instanceof ValidationError) {
      const name: "ValidationError" = error.name;
      return name === "ValidationError" ? (error.reasons ?? []) : [];
    }
    if (error instanceof RateLimitError && error.$metadata.attempts !== 3) return [];

    if (error instanceof WickrServiceException) {
      const fault: "client" | "server" = error.$fault;
      const status: number | undefined = error.$metadata.httpStatusCode;
      return [{ field: fault, reason: `${error.message} ${status}` }];
    }
    throw error;
  }
  return [];
};

export const thrown = new ValidationError({
  message: "No",
  $metadata: {},
  reasons: [{ field: "name", reason: "too long" }],
});

export const aggregated = async (): Promise<string | undefined> => {
  const wickr = new Wickr({ region: "us-east-1" });
  const networks = await wickr.listNetworks();
  const { users } = await wickr.listUsers(
    { networkId: networks.networks[0]?.networkId ?? "84620173" },
    { abortSignal: AbortSignal.timeout(1000), requestTimeout: 500 },
  );
  return users?.[0]?.username;
};

export const configuration: WickrClientConfig = {
  region: async () => "eu-west-1",
  credentials: { accessKeyId: "a", secretAccessKey: "b", sessionToken: "c" },
  endpoint: "http://127.0.0.1:8080",
  maxAttempts: 5,
  retryMode: "adaptive",
  useFipsEndpoint: false,
  useDualstackEndpoint: undefined,
  logger: console,
  requestHandler: { requestTimeout: 1000 },
};

export const resolved = async (config: WickrClientResolvedConfig): Promise<string> =>
  (await config.region()) + (await client.config.maxAttempts());
