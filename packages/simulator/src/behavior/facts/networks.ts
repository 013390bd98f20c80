import { badRequest } from "../../errors.js";
import type { Fact } from "./fact.js";

export const L14: Fact = {
  id: "L14",
  seen: "2026-04",
  says: "encryptionKeyArn is accepted, and never comes back from GetNetwork or ListNetworks.",
  answers: {
    hiddenOfNetworks: { GetNetwork: ["encryptionKeyArn"], ListNetworks: ["encryptionKeyArn"] },
  },
};

export const L15: Fact = {
  id: "L15",
  seen: "2026-04",
  says: "UpdateNetworkSettings without any setting is a BadRequestError. GetNetworkSettings leaves out what has its default.",
  answers: {
    checkNetworkSettings: (settings) => {
      if (Object.values(settings).every((value) => value === undefined))
        throw badRequest("No settings were given");
    },
    hidesDefaultSettings: true,
  },
};

export const L16: Fact = {
  id: "L16",
  seen: "2026-04",
  says: "GetNetwork does not say whether a free trial was asked for.",
  answers: { hiddenOfNetworks: { GetNetwork: ["freeTrialExpiration"], ListNetworks: [] } },
};
