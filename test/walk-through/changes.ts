// Three changes of the model, as a person would make them: the record shows what follows from each,
// and the tests check it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// oxlint-disable-next-line typescript/no-explicit-any -- edits reach deep into JSON
type Shapes = any;

/** What becomes of a file's text, which is empty where there is no such file. */
type Edit = (text: string) => string;

/** Files of the repository, and what a person does to each. */
export type Edits = Readonly<Record<string, Edit>>;

/** A change of the model. */
export interface Change {
  readonly title: string;
  /** The edits in words. */
  readonly words: string;
  readonly edits: Edits;
}

/** Makes edits in the repository at `root`. */
export const makeEdits = (root: string, edits: Edits): void => {
  for (const [path, edit] of Object.entries(edits)) {
    const file = join(root, path);
    writeFileSync(file, edit(existsSync(file) ? readFileSync(file, "utf8") : ""));
  }
};

/** An edit of the shapes in a file of the model. */
export const editShapes =
  (change: (shapes: Shapes) => void): Edit =>
  (text) => {
    const ast = text === "" ? { smithy: "2.0", shapes: {} } : JSON.parse(text);
    change(ast.shapes);
    return JSON.stringify(ast, undefined, 2);
  };

/** The whole name of a shape. */
export const id = (name: string): string => `com.amazonaws.wickr#${name}`;

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

export const operationAdded: Change = {
  title: "An operation is added",
  words:
    "A new file `model/audit.json` holds `ListAuditEvents` with its shapes; `model/service.json` lists it.",
  edits: {
    "model/service.json": editShapes((shapes) => {
      shapes[id("WickrAdminApi")].operations.push({ target: id("ListAuditEvents") });
    }),
    "model/audit.json": editShapes((shapes) => Object.assign(shapes, auditEvents)),
  },
};

/** The member alone; `requiredMemberAdded` has what must follow it as well. */
export const memberAlone: Edits = {
  "model/bots.json": editShapes((shapes) => {
    shapes[id("CreateBotRequest")].members.purpose = {
      target: id("GenericString"),
      traits: { "smithy.api#documentation": "What the bot is for.", ...required },
    };
  }),
};

export const requiredMemberAdded: Change = {
  title: "A required member is added to an input",
  words:
    "`CreateBotRequest` in `model/bots.json` gets the required member `purpose`; its examples and protocol tests give it.",
  edits: {
    ...memberAlone,
    "model/examples/bots.json": editShapes((shapes) => {
      const { traits } = shapes[id("CreateBot")];
      for (const { input } of traits["smithy.api#examples"]) input.purpose = "Alerts";
    }),
    "model/protocol-tests/bots.json": editShapes((shapes) => {
      const { traits } = shapes[id("CreateBot")];
      for (const test of traits["smithy.test#httpRequestTests"]) {
        test.params.purpose = "Alerts";
        if (test.body) test.body = JSON.stringify({ ...JSON.parse(test.body), purpose: "Alerts" });
      }
    }),
  },
};

export const enumValueRemoved: Change = {
  title: "An enum value is removed",
  words:
    "`Status` in `model/networks.json` loses `FORCE_ENABLED`; a protocol test that had it takes another value.",
  edits: {
    "model/networks.json": editShapes((shapes) => {
      delete shapes[id("Status")].members.FORCE_ENABLED;
    }),
    "model/protocol-tests/networks.json": (text) => text.replaceAll("FORCE_ENABLED", "ENABLED"),
  },
};
