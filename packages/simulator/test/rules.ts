import type { Wickr } from "@wickr-admin/client";
import {
  type MswSimulator,
  type ManualClock,
  type NetworkView,
  type SimulatorOptions,
  createClock,
  createSimulator,
} from "../src/index.js";
import { createClient } from "./testing.js";

/** A simulator with one network, documented unless the options say otherwise, and a client that administers it. */
export interface Setup {
  readonly wickr: MswSimulator;
  readonly clock: ManualClock;
  readonly admin: Wickr;
  readonly network: NetworkView;
  readonly networkId: string;
  readonly groupId: string;
}

export const setUp = (options: SimulatorOptions = {}): Setup => {
  const clock = createClock("2025-06-02T08:00:00Z");
  const wickr = createSimulator({
    behavior: "documented",
    clock,
    seed: 7,
    networks: [{ name: "Harbor Relief" }],
    ...options,
  });
  const network = wickr.networks[0] as NetworkView;
  return {
    wickr,
    clock,
    admin: createClient(wickr),
    network,
    networkId: network.networkId,
    groupId: network.defaultGroup.id,
  };
};
