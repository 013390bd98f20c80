import { protocolsOf } from "../../facts/protocols.js";
import type { Rule } from "../comparison.js";
import { ADDITIVE, BREAKING, PATCH } from "../impact.js";
import { fromTo, named } from "../wording.js";

/** What the client is called and speaks. */
export const changedService: Rule = ({ before, after, services, report }) => {
  const on = services.after.id;
  if (before.names.client !== after.names.client) {
    const change = fromTo(before.names.client, after.names.client);
    report("ChangedServiceName", on, `the client's name changed ${change}`, BREAKING);
  }
  if (services.before.version !== services.after.version) {
    const change = fromTo(services.before.version, services.after.version);
    report("ChangedServiceVersion", on, `version changed ${change}`, PATCH);
  }
  const was = protocolsOf(services.before);
  const is = protocolsOf(services.after);
  for (const id of was.filter((one) => !is.includes(one)))
    report("RemovedProtocol", on, `protocol ${named(id)} removed`, BREAKING);

  for (const id of is.filter((one) => !was.includes(one)))
    report("AddedProtocol", on, `protocol ${named(id)} added`, ADDITIVE);
};
