// Mistakes that the compiler must catch. Nothing here runs.
import {
  CreateNetworkCommand,
  GetUserCommand,
  ListUsersCommand,
  ValidationError,
  Wickr,
  WickrClient,
  type AccessLevel,
  type ListUsersCommandInput,
} from "@wickr-admin/client";
import { paginateListUsers } from "@wickr-admin/paginators";
import { waitUntilUserActive } from "@wickr-admin/waiters";

const client = new WickrClient({ region: "us-east-1" });
const wickr = new Wickr({ region: "us-east-1" });
const networkId = "84620173";

// @ts-expect-error -- an input is required
export const noInput = new ListUsersCommand();

// @ts-expect-error -- networkId is required
export const noLabel = new ListUsersCommand({});

// @ts-expect-error -- userId is required
export const oneOfTwoLabels = new GetUserCommand({ networkId });

// @ts-expect-error -- no such member
export const unknownMember: ListUsersCommandInput = { networkId, pageSize: 10 };

// @ts-expect-error -- a number, not text
export const wrongType = new ListUsersCommand({ networkId, maxResults: "10" });

// @ts-expect-error -- no such plan
export const wrongEnumValue: AccessLevel = "GOLD";

// @ts-expect-error -- no such plan
export const wrongEnumMember = new CreateNetworkCommand({ networkName: "n", accessLevel: "GOLD" });

// @ts-expect-error -- 3 is no status
export const wrongNumber = new ListUsersCommand({ networkId, status: 3 });

// @ts-expect-error -- a date, not text
export const wrongDate = new GetUserCommand({ networkId, userId: "1", startTime: "2025-01-01" });

// @ts-expect-error -- the region is text
export const wrongRegion = new WickrClient({ region: 1 });

// @ts-expect-error -- there is no callback form
wickr.listUsers({ networkId }, () => {});

// @ts-expect-error -- the output has no such member
export const wrongOutput = client.send(new ListUsersCommand({ networkId })).then((o) => o.people);

// @ts-expect-error -- $metadata is required
export const incompleteError = new ValidationError({ message: "No" });

// @ts-expect-error -- a paginator needs a client
export const noClient = paginateListUsers({}, { networkId });

// @ts-expect-error -- a waiter needs to know how long
export const noTimeLimit = waitUntilUserActive({ client }, { networkId, userId: "1" });
