/** A call that is measured: what is sent, and what the service answers. */
export interface Case {
  readonly id: string;
  readonly title: string;
  readonly operation: string;
  readonly input: object;
  readonly answer: object;
  readonly request: { readonly method: string; readonly path: string; readonly body?: string };
  /** How many times as many calls a second as the official runtime. */
  readonly target: number;
}

const NETWORK_ID = "84620173";

/** A user with every member, each different from the others. */
const fullUser = (index: number): object => ({
  userId: String(20_000 + index),
  firstName: `First${index}`,
  lastName: `Last-Name${index}`,
  username: `user.${index}@example.com`,
  securityGroups: ["Rv9cWx2L", "Bm4kTq7Z"],
  isAdmin: index % 10 === 0,
  suspended: false,
  status: 2,
  otpEnabled: index % 2 === 0,
  scimId: `scim-${index}`,
  type: "user",
  cell: `5550${100 + index}`,
  countryCode: "1",
  challengeFailures: index % 3,
  isInviteExpired: false,
  isUser: true,
  inviteCode: `HR-${1000 + index}`,
  codeValidation: index % 2 === 1,
  uname: index.toString(16).padStart(64, "0196790828585005"),
});

const newUser = (index: number): object => ({
  firstName: `First${index}`,
  lastName: `Last-Name${index}`,
  securityGroupIds: ["Rv9cWx2L", "Bm4kTq7Z"],
  username: `user.${index}@example.com`,
  inviteCode: `HR-${1000 + index}`,
  inviteCodeTtl: 7,
  codeValidation: true,
});

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const newUsers = many(50, newUser);

/** A small answer, a large answer, and a large request with a large answer. */
export const CASES: readonly [Case, Case, Case] = [
  {
    id: "get-users-count",
    title: "GetUsersCount",
    operation: "GetUsersCount",
    input: { networkId: NETWORK_ID },
    answer: { pending: 4, active: 120, rejected: 1, remaining: 875, total: 1000 },
    request: { method: "GET", path: `/networks/${NETWORK_ID}/users/count` },
    target: 4,
  },
  {
    id: "list-users",
    title: "ListUsers, 100 users",
    operation: "ListUsers",
    input: { networkId: NETWORK_ID, maxResults: 100 },
    answer: { nextToken: "eyJvZmZzZXQiOjEwMH0=", users: many(100, fullUser) },
    request: { method: "GET", path: `/networks/${NETWORK_ID}/users` },
    target: 5,
  },
  {
    id: "batch-create-user",
    title: "BatchCreateUser, 50 users",
    operation: "BatchCreateUser",
    input: { networkId: NETWORK_ID, clientToken: "invite-2025-06-02", users: newUsers },
    answer: { message: "All users were created", successful: many(50, fullUser), failed: [] },
    request: {
      method: "POST",
      path: `/networks/${NETWORK_ID}/users`,
      body: JSON.stringify({ users: newUsers }),
    },
    target: 5,
  },
];
