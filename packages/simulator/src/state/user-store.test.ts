import fc from "fast-check";
import { expect, it } from "vitest";
import { comparePositions } from "./sort.js";
import { sortKeysOf } from "./listing.js";
import { USER_ORDER, type UserFilter, UserStore } from "./user-store.js";
import type { User } from "./user.js";

const name = fc.constantFrom("ana", "Ana", "ben", undefined);
const userChange = fc.record({
  id: fc.integer({ min: 1, max: 9 }),
  kind: fc.constantFrom("add", "remove", "update"),
  firstName: name,
  lastName: name,
  groupId: fc.constantFrom("a", "b"),
  status: fc.constantFrom(1 as const, 2 as const),
});
const filter = fc.record(
  {
    firstName: fc.constantFrom("ANA", "ben"),
    groupId: fc.constantFrom("a", "b"),
    status: fc.constantFrom(1, 2),
    username: fc.constant("user-3"),
  },
  { requiredKeys: [] },
);

const matches = (user: User, { firstName, groupId, status, username }: UserFilter): boolean =>
  (firstName === undefined || user.firstName?.toLowerCase() === firstName.toLowerCase()) &&
  (groupId === undefined || user.groupId === groupId) &&
  (status === undefined || user.status === status) &&
  (username === undefined || user.username === username);

it("orders that are kept say the same as sorting anew, whatever changes", () => {
  fc.assert(
    fc.property(
      fc.array(userChange, { maxLength: 40 }),
      fc.array(
        fc.tuple(filter, fc.constantFrom(undefined, "firstName", "status+lastName", "groupId")),
        { minLength: 1, maxLength: 30 },
      ),
      (changes, queries) => {
        const store = new UserStore(0);
        for (const [at, { id, kind, ...fields }] of changes.entries()) {
          const known = store.get(String(id));
          if (!known && kind === "add") {
            const username = `user-${id}`;
            store.add({
              userId: String(id),
              username,
              uname: username,
              isAdmin: false,
              suspended: false,
              otpEnabled: false,
              codeValidation: false,
              challengeFailures: 0,
              modified: 0,
              ...fields,
            });
          }
          if (known && kind === "remove") store.remove(known);
          if (known && kind === "update") store.update(known, fields);

          const [query, sortFields] = queries[at % queries.length] ?? [{}, undefined];
          const keys = sortKeysOf(USER_ORDER, sortFields);
          const expected = [...store]
            .filter((user) => matches(user, query))
            .map((user) => keys.map((key) => key(user)))
            .sort(comparePositions);
          const ordered = store.ordered(query, sortFields);
          expect(Array.from(ordered.after(undefined, "ASC"), ([position]) => position)).toEqual(
            expected,
          );
          expect(Array.from(ordered.after(undefined, "DESC"), ([position]) => position)).toEqual(
            expected.toReversed(),
          );
          const middle = expected[1];
          if (middle) {
            expect(Array.from(ordered.after(middle, "ASC"), ([position]) => position)).toEqual(
              expected.slice(2),
            );
            expect(Array.from(ordered.after(middle, "DESC"), ([position]) => position)).toEqual(
              expected.slice(0, 1),
            );
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});
