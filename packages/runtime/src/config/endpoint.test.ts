import { expect, test, vi } from "vitest";
import { answering, variant, zoo, zooClient } from "../testing/service.js";
import type { Service } from "../client/service.js";

/** A service whose rules look at a parameter of the call, `Cage`, and at one of the client, `Wing`. */
const service: Service = {
  ...zoo,
  clientParameters: { Wing: "wing" },
  resolveEndpoint(parameters) {
    const { Cage, Wing, Region } = parameters as object as Record<string, unknown>;
    return {
      url: new URL(`https://${String(Cage)}.${String(Wing)}.example.com`),
      properties: { authSchemes: [{ name: "sigv4", signingName: Cage, signingRegion: Region }] },
    };
  },
};
const hostnames = ({ requests }: ReturnType<typeof answering>) =>
  requests.map(({ hostname }) => hostname);

test("what a call tells the rules holds for that call", async () => {
  const requestHandler = answering();
  const client = zooClient({ requestHandler, wing: "east" } as never, service);
  const inCage = (Cage: string) => variant({ endpointParameters: () => ({ Cage }) });
  await client.send(inCage("lions"));
  await client.send(inCage("owls"));
  expect(hostnames(requestHandler)).toEqual(["lions.east.example.com", "owls.east.example.com"]);
});

test("the signature follows the call's endpoint", async () => {
  const requestHandler = answering();
  const client = zooClient({ requestHandler, wing: "east" } as never, service);
  await client.send(variant({ endpointParameters: ({ animal }) => ({ Cage: animal }) }));
  expect(requestHandler.requests[0]!.headers["authorization"]).toContain("/us-east-1/cat/");
});

test("a setting of the client may be a function", async () => {
  const requestHandler = answering();
  const client = zooClient({ requestHandler, wing: async () => "west" } as never, service);
  await client.send(variant({ endpointParameters: () => ({ Cage: "owls" }) }));
  expect(hostnames(requestHandler)).toEqual(["owls.west.example.com"]);
});

test("calls with nothing to add share one endpoint", async () => {
  const resolveEndpoint = vi.fn(zoo.resolveEndpoint);
  const client = zooClient({ requestHandler: answering() }, { ...zoo, resolveEndpoint });
  await client.send(variant({}));
  await client.send(variant({}));
  expect(resolveEndpoint).toHaveBeenCalledTimes(1);
});
