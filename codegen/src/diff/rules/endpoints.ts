import { isDeepStrictEqual } from "node:util";
import { isObject, property } from "../../model/json.js";
import type { Json, ServiceShape } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import type { Rule } from "../comparison.js";
import { ADDITIVE, BREAKING, PATCH } from "../impact.js";
import { pairEntries } from "../pairs.js";
import { code } from "../wording.js";

const RULES = "smithy.rules#endpointRuleSet";
const CONTEXT = "smithy.rules#clientContextParams";

/** Where requests go, and the settings of the client that decide it. */
export const changedEndpoints: Rule = ({ services, report }) => {
  const on = services.after.id;
  if (!isDeepStrictEqual(trait(services.before, RULES), trait(services.after, RULES)))
    report("ChangedEndpointRules", on, "endpoint rules changed", PATCH, RULES);

  const settings = pairEntries(settingsOf(services.before), settingsOf(services.after));
  for (const name of settings.removed)
    report("RemovedClientSetting", on, `client setting ${code(name)} removed`, BREAKING, CONTEXT);

  for (const name of settings.added)
    report("AddedClientSetting", on, `client setting ${code(name)} added`, ADDITIVE, CONTEXT);

  for (const name of settings.both) {
    const was = typeOf(trait(services.before, CONTEXT), name.before);
    const is = typeOf(trait(services.after, CONTEXT), name.after);
    if (was === is) continue;
    report(
      "ChangedClientSetting",
      on,
      `client setting ${code(name.after)} changed its type`,
      BREAKING,
      CONTEXT,
    );
  }
};

const settingsOf = (service: ServiceShape): Map<string, string> => {
  const settings = trait(service, CONTEXT);
  return new Map(isObject(settings) ? Object.keys(settings).map((name) => [name, name]) : []);
};

const typeOf = (settings: Json | undefined, name: string): Json | undefined => {
  const setting = isObject(settings) ? property(settings, name) : undefined;
  return isObject(setting) ? property(setting, "type") : undefined;
};
