import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import { hasMemberTrait, nameOf, structureOf, type OperationShape } from "@wickr-admin/codegen";
import { parseExact } from "@wickr-admin/test-support/runtime";
import { writeResponse } from "@wickr-admin/test-support/runtime";
import type { HttpRequest } from "@smithy/types";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OfficialPeer } from "./official/peer.js";
import { settings } from "@wickr-admin/test-support/random-runs";
import { temporaryFolder } from "@wickr-admin/test-support/temporary-folder";
import { CannedHandler } from "@wickr-admin/test-support/canned-handler";
import { commandOf, OFFLINE_CONFIG } from "@wickr-admin/test-support/client-module";
import { eventMembers } from "@wickr-admin/test-support/event-streams";
import { serviceOperations } from "@wickr-admin/test-support/service-operations";
import { EVERYTHING } from "@wickr-admin/test-support/everything-model";
import { anyStructure } from "@wickr-admin/test-support/any-value";
import { queryParameters } from "@wickr-admin/test-support/query-parameters";
import { generatedServices } from "@wickr-admin/test-support/generated-packages";
import { plain } from "@wickr-admin/test-support/plain";
import { smallestInput } from "@wickr-admin/test-support/smallest-input";
import { readStreams } from "@wickr-admin/test-support/streams";

/** The official runtime mistakes what objects inherit for members, and does not escape names in JSON. */
const isHostile = (name: string, { traits }: { traits?: Record<string, unknown> }) =>
  name in Object.prototype || String(traits?.["smithy.api#jsonName"]).includes('"');

/** The wide model without names that the official runtime cannot carry. */
const tamedModel = (): { path: string; remove: () => void } => {
  const ast = JSON.parse(readFileSync(EVERYTHING, "utf8")) as {
    shapes: Record<string, { members?: Record<string, object> }>;
  };
  for (const { members = {} } of Object.values(ast.shapes)) {
    for (const [name, member] of Object.entries(members))
      if (isHostile(name, member)) delete members[name];
  }
  const folder = temporaryFolder("tamed");
  const path = join(folder.path, "tamed.json");
  writeFileSync(path, JSON.stringify(ast));
  return { path, remove: folder.remove };
};

const tamed = tamedModel();
const [generated] = await generatedServices([tamed.path]);
tamed.remove();
const { model, service, client: module, operations: schemas } = generated!;
const official = new OfficialPeer(model, service.id);
const operations = serviceOperations(model, service.id)
  // Streams of events have tests of their own.
  .filter(({ output }) => eventMembers(model, output).length === 0)
  .map((each) => [nameOf(each.id), each] as const);

const handler = new CannedHandler();
const client = new module.Client({
  ...OFFLINE_CONFIG,
  endpoint: "https://example.com",
  requestHandler: handler,
} as never);

/** The request that the generated client makes. */
const requestOf = async (operation: OperationShape, input: object): Promise<HttpRequest> => {
  handler.requests.length = 0;
  handler.response = { statusCode: 200 };
  await client.send(commandOf(module, nameOf(operation.id), input)).catch(() => {});
  return handler.request;
};

/** Headers that belong to sending: who sends, when, how often, how long, with which checksum. */
const OF_SENDING =
  /^(host|user-agent|x-amz-(?!meta).*|amz-sdk-.*|authorization|content-length|content-md5)$/;

const compared = (request: HttpRequest): object => {
  const { method, path, headers, body } = request;
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : (body as string);
  const json = headers["content-type"] === "application/json";
  return {
    method,
    path,
    query: queryParameters(request).sort(),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_SENDING.test(name))),
    body: json && text !== undefined ? plain(parseExact(text)) : text,
  };
};

describe("requests of the wide model are the official runtime's", () => {
  test.each(operations)("%s", async (name, operation) => {
    const isUnion = name === "SendUnion";
    await fc.assert(
      fc.asyncProperty(anyStructure(model, operation.input), async (input) => {
        // Nothing is sent for a union that is not there; the official runtime sends `{}`.
        fc.pre(!isUnion || Object.keys(input).length > 0);
        const ours = compared(await requestOf(operation, input));
        expect(ours).toEqual(compared(await official.request(operation, input)));
      }),
      settings as never,
    );
  });
});

describe("what the mock answers, both clients read alike", () => {
  test.each(operations)("%s", async (name, operation) => {
    const streams =
      operation.output !== "smithy.api#Unit" &&
      [...structureOf(model, operation.output).members.values()].some((each) =>
        hasMemberTrait(model, each, "streaming"),
      );
    await fc.assert(
      fc.asyncProperty(anyStructure(model, operation.output), async (output) => {
        const { status, headers, body } = writeResponse(schemas[name]!, output);
        const response = () => ({
          statusCode: status,
          headers,
          body: (streams
            ? Readable.from([Buffer.from((body ?? "") as string)])
            : (body ?? "")) as string,
        });
        handler.response = response();
        const input = smallestInput(model, operation);
        const read = (value: object) =>
          readStreams(model, operation.output, value as Record<string, unknown>, output);
        const ours = await read(await client.send(commandOf(module, name, input)));
        if (streams) {
          expect(plain(ours)).toMatchObject(plain(output) as object);
          return;
        }
        const { $metadata: _, ...own } = ours;
        expect(plain(own)).toMatchObject(plain(output) as object);
        // Before Node 21 the official runtime loses digits.
        if (typeof body === "string" && !isExact(body)) return;
        const theirs = await official.output(operation, response());
        // What the service leaves out has a default, or is empty; the official runtime has neither.
        expect(plain(own)).toMatchObject(plain(withoutNull(theirs)) as object);
      }),
      settings as never,
    );
  });
});

/** Whether JSON text holds only numbers that a double holds, too. */
const isExact = (text: string): boolean => {
  try {
    const numbers: unknown = JSON.parse(text);
    return isDeepStrictEqual(plain(parseExact(text)), plain(numbers));
  } catch {
    return true;
  }
};

/** The official runtime says `null` for a payload that is not there. */
const withoutNull = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).filter(([key, item]) => item !== null && key !== "$metadata"),
  );
