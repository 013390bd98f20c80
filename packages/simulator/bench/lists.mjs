// What a page of ListUsers and a batch of new users cost in a network of 100 and in one of 100,000.
import { Simulator } from "./simulator.mjs";
import { judge, microseconds, tell } from "./measure.mjs";

const SIZES = [100, 100_000];
const setUp = (users) => {
  const simulator = new Simulator({ networks: [{ groups: ["A", "B", "C"], users }] });
  const { networkId } = simulator.network();
  const ask = async (method, path, body = "", headers = {}) => {
    const response = await simulator.respond({
      method,
      url: `/networks/${networkId}${path}`,
      headers: { "content-type": "application/json", ...headers },
      body: new TextEncoder().encode(body),
    });
    if (response.status !== 200) throw new Error(response.body);
    return JSON.parse(response.body);
  };
  return { simulator, ask };
};

const compare = async (name, limit, measure) => {
  const costs = [];
  for (const size of SIZES) costs.push(await measure(setUp(size), size));
  const [few, many] = costs;
  judge(`${name}: 100,000 users against 100`, many / few, limit, "×");
  tell(name, `${few.toFixed(0)} µs and ${many.toFixed(0)} µs`);
};

/** Pages through the list, from the start again at its end. */
const paging =
  (query) =>
  async ({ ask }) => {
    let token;
    return microseconds(async () => {
      const { nextToken } = await ask(
        "GET",
        `/users?maxResults=10&${query}${token ? `&nextToken=${token}` : ""}`,
      );
      token = nextToken;
    });
  };

await compare("a page, unfiltered", 1.5, paging(""));
await compare(
  "a page, sorted by lastName+firstName",
  10,
  paging("sortFields=lastName%2BfirstName&sortDirection=ASC"),
);
await compare("a page, status=2 sorted by username", 10, paging("status=2&sortFields=username"));
await compare("a page, one group and status=1 sorted by groupId+username", 10, async (world) => {
  const groupId = world.simulator.network().defaultGroup.id;
  return paging(`groupId=${groupId}&status=1&sortFields=groupId%2Busername`)(world);
});
await compare(
  "a page, firstName=Ana sorted by lastName",
  10,
  paging("firstName=Ana&sortFields=lastName"),
);

let round = 0;
const invite = (ask) => {
  const users = Array.from({ length: 50 }, (_, at) => ({
    username: `new-${round}-${at}`,
    firstName: "New",
    lastName: `N${at}`,
    securityGroupIds: [],
  }));
  round += 1;
  return ask("POST", "/users", JSON.stringify({ users }), { "x-client-token": `token-${round}` });
};
await compare("a batch of 50 new users", 1.5, ({ ask }) =>
  microseconds(() => invite(ask), { rounds: 9, calls: 20 }),
);
await compare("a batch of 50 new users while five orders are kept", 3, async ({ ask }) => {
  for (const query of [
    "",
    "sortFields=username",
    "sortFields=lastName%2BfirstName",
    "status=1&sortFields=username",
    "sortFields=status",
  ])
    await ask("GET", `/users?${query}`);
  return microseconds(() => invite(ask), { rounds: 9, calls: 20 });
});

const { ask } = setUp(100_000);
const start = performance.now();
await ask("GET", "/users?sortFields=lastName%2Busername");
tell(
  "the first page in an order that was never asked for, 100,000 users",
  `${(performance.now() - start).toFixed(0)} ms`,
);
