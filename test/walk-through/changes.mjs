// Three changes of the model, as a person would make them: the record shows what follows from each.

const id = (name) => `com.amazonaws.wickr#${name}`;
const required = { "smithy.api#required": {} };

/** An operation that lists what administrators did, with a paginator and a waiter. */
const auditEvents = {
  [id("ListAuditEvents")]: {
    type: "operation",
    input: { target: id("ListAuditEventsRequest") },
    output: { target: id("ListAuditEventsResponse") },
    errors: [{ target: id("ForbiddenError") }, { target: id("ValidationError") }],
    traits: {
      "smithy.api#documentation": "Lists what administrators did in a network.",
      "smithy.api#http": { method: "GET", uri: "/networks/{networkId}/audit-events", code: 200 },
      "smithy.api#readonly": {},
      "smithy.api#paginated": {
        inputToken: "nextToken",
        outputToken: "nextToken",
        items: "events",
      },
      "smithy.waiters#waitable": {
        AuditStarted: {
          documentation: "Waits until the first event is there.",
          acceptors: [{ state: "success", matcher: { success: true } }],
        },
      },
    },
  },
  [id("ListAuditEventsRequest")]: {
    type: "structure",
    members: {
      networkId: { target: id("NetworkId"), traits: { ...required, "smithy.api#httpLabel": {} } },
      nextToken: {
        target: "smithy.api#String",
        traits: { "smithy.api#httpQuery": "nextToken" },
      },
    },
    traits: { "smithy.api#input": {} },
  },
  [id("ListAuditEventsResponse")]: {
    type: "structure",
    members: {
      events: { target: id("AuditEvents") },
      nextToken: { target: "smithy.api#String" },
    },
    traits: { "smithy.api#output": {} },
  },
  [id("AuditEvents")]: { type: "list", member: { target: "smithy.api#String" } },
};

/**
 * Each with a title, the edits in words, and the edits: of the shapes in a file (an empty file where
 * there is none), or of its text.
 */
export const changes = [
  {
    title: "An operation is added",
    edit: "A new file `model/audit.json` holds `ListAuditEvents` with its shapes; `model/service.json` lists it.",
    shapes: {
      "model/service.json": (shapes) => {
        shapes[id("WickrAdminApi")].operations.push({ target: id("ListAuditEvents") });
      },
      "model/audit.json": (shapes) => Object.assign(shapes, auditEvents),
    },
  },
  {
    title: "A required member is added to an input",
    edit: "`CreateBotRequest` in `model/bots.json` gets the required member `purpose`; its examples and protocol tests give it.",
    shapes: {
      "model/bots.json": (shapes) => {
        shapes[id("CreateBotRequest")].members.purpose = {
          target: id("GenericString"),
          traits: { "smithy.api#documentation": "What the bot is for.", ...required },
        };
      },
      "model/examples/bots.json": (shapes) => {
        const { traits } = shapes[id("CreateBot")];
        for (const { input } of traits["smithy.api#examples"]) input.purpose = "Alerts";
      },
      "model/protocol-tests/bots.json": (shapes) => {
        const { traits } = shapes[id("CreateBot")];
        for (const test of traits["smithy.test#httpRequestTests"]) {
          test.params.purpose = "Alerts";
          if (test.body)
            test.body = JSON.stringify({ ...JSON.parse(test.body), purpose: "Alerts" });
        }
      },
    },
  },
  {
    title: "An enum value is removed",
    edit: "`Status` in `model/networks.json` loses `FORCE_ENABLED`; a protocol test that had it takes another value.",
    shapes: {
      "model/networks.json": (shapes) => delete shapes[id("Status")].members.FORCE_ENABLED,
    },
    texts: {
      "model/protocol-tests/networks.json": (text) => text.replaceAll("FORCE_ENABLED", "ENABLED"),
    },
  },
];
