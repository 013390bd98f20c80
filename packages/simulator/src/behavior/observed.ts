import type { Behavior } from "./behavior.js";
import { documented } from "./documented.js";
import * as bots from "./facts/bots.js";
import * as deleting from "./facts/deleting.js";
import type { Fact } from "./facts/fact.js";
import * as networks from "./facts/networks.js";
import * as securityGroups from "./facts/security-groups.js";
import * as sso from "./facts/sso.js";

/** All that was seen. A later observation replaces the fact that it corrects, and nothing else. */
export const FACTS: readonly Fact[] = [
  deleting.L1,
  deleting.L2,
  deleting.L3,
  deleting.L4,
  deleting.L5,
  securityGroups.L6,
  securityGroups.L7,
  securityGroups.L8,
  securityGroups.L9,
  securityGroups.L10,
  securityGroups.L11,
  securityGroups.L12,
  securityGroups.L13,
  networks.L14,
  networks.L15,
  networks.L16,
  bots.L17,
  bots.L18,
  sso.L19,
  sso.L20,
];

/** Rules that only the documentation has refuse nothing: what the live service takes, this one takes too. */
const LENIENT: Behavior = {
  ...documented,
  name: "observed",
  checkInput: () => {},
  groupSettingsRules: [],
};

/** Facts about one question add up where the answer is a list; else the later one counts. */
const add = (behavior: Behavior, { answers = {} }: Fact): Behavior => {
  const { groupSettingsRules = [], hiddenOfNetworks, ...others } = answers;
  const hidden = behavior.hiddenOfNetworks;
  return {
    ...behavior,
    ...others,
    groupSettingsRules: [...behavior.groupSettingsRules, ...groupSettingsRules],
    hiddenOfNetworks: {
      GetNetwork: [...hidden.GetNetwork, ...(hiddenOfNetworks?.GetNetwork ?? [])],
      ListNetworks: [...hidden.ListNetworks, ...(hiddenOfNetworks?.ListNetworks ?? [])],
    },
  };
};

/** What the live service was seen to do; where nothing was seen, what is documented. */
export const observed: Behavior = FACTS.reduce(add, LENIENT);
