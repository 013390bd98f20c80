import { forbidden, notFound, VerbatimError } from "../../errors.js";
import { milliseconds } from "../../clock.js";
import type { OperationName } from "../../operations/operation-types.js";
import type { Fact } from "./fact.js";

/** Calls about a network itself; all others that name one are about what is in it. */
const ABOUT_ITSELF: readonly OperationName[] = ["GetNetwork", "UpdateNetwork", "DeleteNetwork"];

/** No JSON: what stands before the service answers. */
const NOT_AUTHORIZED = `<html>
<head><title>401 Authorization Required</title></head>
<body>
<center><h1>401 Authorization Required</h1></center>
</body>
</html>
`;

export const L1: Fact = {
  id: "L1",
  seen: "2026-04",
  says: "DeleteNetwork answers at once and deletes in the background. Until that is done, ListNetworks leaves the network out, and calls for it or anything in it are a ForbiddenError (403), a second DeleteNetwork too.",
  answers: {
    deletionTakes: ({ deletionTakes }) => milliseconds(deletionTakes),
    deleting: (_, networkId) => forbidden(`Access to network ${networkId} is denied`),
  },
};

export const L2: Fact = {
  id: "L2",
  seen: "2026-04",
  says: "Once a network is gone, calls for what was in it get a 401 whose body is no JSON. Calls for the network itself are a ResourceNotFoundError (404).",
  answers: {
    deleted: (operation, networkId) =>
      ABOUT_ITSELF.includes(operation)
        ? notFound(`Network ${networkId} was not found`)
        : new VerbatimError(401, NOT_AUTHORIZED),
  },
};

export const L3: Fact = {
  id: "L3",
  seen: "2026-04",
  says: "GetBot, UpdateBot and DeleteBot of a bot that is not there get a 404 that names no error. Other resources get a ResourceNotFoundError.",
  answers: { noSuchBot: () => new VerbatimError(404, { message: "Bot not found" }) },
};

export const L4: Fact = {
  id: "L4",
  seen: "2026-04",
  says: "GetDataRetentionBot of a network without such a bot succeeds, with botExists false. So it is documented, too.",
};

export const L5: Fact = {
  id: "L5",
  seen: "2026-04",
  says: "An OIDC configuration can be replaced but not deleted. So it is documented, too.",
};
