// The client under aws-sdk-client-mock, as the compiler sees it. Nothing here runs.
import {
  GetUserCommand,
  ListUsersCommand,
  RateLimitError,
  WickrClient,
  type ServiceInputTypes,
  type ServiceOutputTypes,
  type WickrClientResolvedConfig,
} from "@wickr-admin/client";
import { mockClient, type AwsClientStub, type AwsStub } from "aws-sdk-client-mock";

const ofClass: AwsStub<ServiceInputTypes, ServiceOutputTypes, WickrClientResolvedConfig> =
  mockClient(WickrClient);
const ofInstance: AwsClientStub<WickrClient> = mockClient(new WickrClient({}));

ofClass.on(ListUsersCommand).resolves({ users: [{ userId: "20417" }] });
ofClass.on(ListUsersCommand, { networkId: "84620173" }).resolvesOnce({ users: [] });
ofClass.on(GetUserCommand).rejects(new RateLimitError({ message: "Slow down", $metadata: {} }));
ofInstance.reset();

export const asked: string[] = ofClass
  .commandCalls(ListUsersCommand)
  .map((call) => call.args[0].input.networkId);

// @ts-expect-error -- no such member in the output
ofClass.on(ListUsersCommand).resolves({ people: [] });
