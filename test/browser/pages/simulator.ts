import { GetNetworkCommand, WickrClient } from "@wickr-admin/client";
import { createSimulator } from "@wickr-admin/simulator";
import { paginateListUsers } from "@wickr-admin/paginators";
import { setupWorker } from "msw/browser";

const ACCESS_KEY = "AKIDEXAMPLE";
const wickr = createSimulator({
  networks: [{ name: "Harbor Relief", users: 25 }],
  credentials: { [ACCESS_KEY]: "not-a-secret" },
});
const clientOf = (secretAccessKey: string): WickrClient =>
  new WickrClient({
    region: "us-east-1",
    credentials: { accessKeyId: ACCESS_KEY, secretAccessKey },
  });

/** Puts the simulator in the place of the service. */
export const start = async (): Promise<void> => {
  await setupWorker(...wickr.handlers).start({ quiet: true, onUnhandledRequest: "error" });
};

/** Lists the users; gives how many each page holds. */
export const pageSizes = async (pageSize: number): Promise<number[]> => {
  const sizes: number[] = [];
  const client = clientOf("not-a-secret");
  const { networkId } = wickr.network();
  for await (const { users } of paginateListUsers({ client, pageSize }, { networkId }))
    sizes.push(users?.length ?? 0);

  return sizes;
};

/** Asks for the network with a key; gives its name. */
export const networkName = async (secretAccessKey: string): Promise<string | undefined> => {
  const { networkId } = wickr.network();
  const found = await clientOf(secretAccessKey).send(new GetNetworkCommand({ networkId }));
  return found.networkName;
};
