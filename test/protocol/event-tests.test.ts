import { operationOf } from "@wickr-admin/codegen";
import { EVERYTHING } from "@wickr-admin/test-support/everything-model";
import { generatedServices } from "@wickr-admin/test-support/generated-packages";
import { expect, test } from "vitest";
import { testClientEvents } from "./client-events.js";
import type { EventCase, EventStreamCase } from "./event-cases.js";
import { testServerEvents } from "./server-events.js";

// The runner itself: what tests demand and the packages do not do has to be seen.

const [generated] = await generatedServices([EVERYTHING]);
const { model, service, client, operations } = generated!;
const options = { model, service: service.id, client, operations };

const run = (
  side: "client" | "server",
  given: Partial<EventStreamCase>,
  operation = "ExchangeEvents",
) => {
  const each = {
    operation: operationOf(model, `example.everything#${operation}`),
    test: { id: "A", protocol: "aws.protocols#restJson1", ...given },
  };
  return side === "client" ? testClientEvents(options, each) : testServerEvents(options, each);
};

const text: EventCase = {
  type: "request",
  params: { text: { content: "a" } },
  headers: { ":message-type": { string: "event" }, ":event-type": { string: "text" } },
  body: "a",
};
const answer: EventCase = { ...text, type: "response" };

test.each(["client", "server"] as const)("passes what a %s does right", async (side) => {
  await run(side, { events: [text, answer] });
});

test.each([
  ["another header", { headers: { ":event-type": { string: "bytes" } } }],
  ["a header of another type", { headers: { ":event-type": { blob: "dGV4dA==" } } }],
  ["a header that is not there", { headers: { more: { string: "" } } }],
  ["a header that must be there", { requireHeaders: ["more"] }],
  ["a header that must not be there", { forbidHeaders: [":event-type"] }],
  ["another body", { body: "b" }],
])("sees that what is written has %s", async (_, wrong) => {
  await expect(run("client", { events: [{ ...text, ...wrong }] })).rejects.toThrow();
  await expect(run("server", { events: [{ ...answer, ...wrong }] })).rejects.toThrow();
});

test("sees that what is read has other members", async () => {
  const params = { text: { content: "b" } };
  await expect(run("client", { events: [{ ...answer, params }] })).rejects.toThrow("content");
  await expect(run("server", { events: [{ ...text, params }] })).rejects.toThrow("content");
});

test("sees that nothing fails", async () => {
  const expectation = { failure: {} };
  await expect(run("client", { events: [answer], expectation })).rejects.toThrow("All went well");
  await expect(run("server", { events: [text], expectation })).rejects.toThrow("All went well");
});

test("sees that something else fails", async () => {
  const expectation = { failure: { errorId: "example.everything#EventFailed" } };
  const headers = { ":message-type": { string: "error" }, ":error-code": { string: "Other" } };
  const of = (type: EventCase["type"]) => [{ type, headers }];
  await expect(run("client", { events: of("response"), expectation })).rejects.toThrow("Other");
  await expect(run("server", { events: of("request"), expectation })).rejects.toThrow("Other");
});

test("sees that a refusal has another cause", async () => {
  const failing = { expectation: { failure: {} } };
  const elsewhere = { initialRequest: { method: "POST", uri: "/nowhere" }, ...failing };
  await expect(run("server", elsewhere)).rejects.toThrow("UnknownOperationException");
  const unsent = { initialRequestParams: { channel: "" }, initialResponse: {}, ...failing };
  await expect(run("client", unsent, "FollowEvents")).rejects.toThrow("No request was sent");
});

test("sees what is wrong with the messages before the events", async () => {
  const initialRequest = { method: "POST", uri: "/events/a", headers: { "x-since": "2" } };
  const sent = { initialRequestParams: { channel: "a", since: 1 }, initialRequest };
  await expect(run("client", sent, "FollowEvents")).rejects.toThrow("x-since");
  await expect(run("server", sent, "FollowEvents")).rejects.toThrow("since");
  const answered = {
    initialResponseParams: { cursor: "a" },
    initialResponse: { code: 200, headers: { "x-cursor": "b" } },
  };
  await expect(run("client", answered, "FollowEvents")).rejects.toThrow("cursor");
  await expect(run("server", answered, "FollowEvents")).rejects.toThrow("x-cursor");
  const accepted = { ...answered, initialResponse: { code: 202, headers: { "x-cursor": "a" } } };
  await expect(run("server", accepted, "FollowEvents")).rejects.toThrow("202");
});
