import { nameOf, trait, type Model, type ShapeId } from "@wickr-admin/codegen";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CannedHandler } from "../support/canned-handler.js";
import {
  commandOf,
  OFFLINE_CONFIG,
  type AnyClient,
  type ClientModule,
} from "../support/client-module.js";
import { protocolCases, type ResponseCase } from "./cases.js";
import { expectRequest } from "./compare-request.js";
import { smallestInput } from "./smallest-input.js";
import { typedParams } from "./typed-values.js";

/** Which protocol tests to run, and against what. */
export interface ProtocolTestOptions {
  readonly model: Model;
  readonly service: ShapeId;
  readonly client: ClientModule;
  /** `aws.protocols#restJson1` where absent. */
  readonly protocol?: ShapeId;
  /** Further configuration of the clients. */
  readonly config?: object;
}

/** The idempotency token that protocol tests expect. */
const EXPECTED_TOKEN = "00000000-0000-4000-8000-000000000000";

/** Runs the protocol tests of a model against its generated client, each as a test of its own. */
export function runProtocolTests({
  model,
  service,
  client: module,
  protocol = "aws.protocols#restJson1",
  config = {},
}: ProtocolTestOptions): void {
  const cases = protocolCases(model, service, protocol);
  let handler: CannedHandler;
  let client: AnyClient;

  beforeEach(() => {
    handler = new CannedHandler();
    client = new module.Client({ ...OFFLINE_CONFIG, ...config, requestHandler: handler } as never);
    vi.spyOn(globalThis.crypto, "randomUUID").mockReturnValue(EXPECTED_TOKEN);
  });

  afterEach(() => {
    client.destroy();
    vi.restoreAllMocks();
  });

  const answer = ({ code, headers = {}, body = "" }: ResponseCase) => {
    handler.response = { statusCode: code, headers, body };
  };

  describe("requests", () => {
    test.each(cases.requests.map((each) => [each.test.id, each] as const))(
      "%s",
      async (_id, { operation, test: expected }) => {
        const input = typedParams(model, operation.input, expected.params ?? {});
        // What comes back does not matter here, not even whether it can be read.
        await client
          .send(commandOf(module, nameOf(operation.id), input))
          .catch((error: unknown) => {
            if (handler.requests.length === 0) throw error;
          });
        await expectRequest(handler.request, expected);
      },
    );
  });

  describe("responses", () => {
    test.each(cases.responses.map((each) => [each.test.id, each] as const))(
      "%s",
      async (_id, { operation, test: given }) => {
        answer(given);
        const { $metadata, ...output } = (await client.send(
          commandOf(module, nameOf(operation.id), smallestInput(model, operation)),
        )) as { $metadata: object };
        expect($metadata).toMatchObject({ httpStatusCode: given.code });
        expect(output).toStrictEqual(typedParams(model, operation.output, given.params ?? {}));
      },
    );
  });

  describe("errors", () => {
    test.each(cases.errors.map((each) => [each.test.id, each] as const))(
      "%s",
      async (_id, { operation, error: shape, test: given }) => {
        answer(given);
        const error = await client
          .send(commandOf(module, nameOf(operation.id), smallestInput(model, operation)))
          .then(
            () => expect.fail("It is no error."),
            (reason: unknown) => reason as Record<string, unknown>,
          );
        const name = nameOf(shape.id);
        expect(error).toBeInstanceOf(module.exports[name]);
        expect(error).toMatchObject({
          name,
          $fault: trait(shape, "error"),
          $metadata: { httpStatusCode: given.code },
        });
        const expected = typedParams(model, shape.id, given.params ?? {}) as Record<
          string,
          unknown
        >;
        // As in the AWS SDK, what the shape does not have is kept on the exception, too.
        for (const member of shape.members.keys()) {
          if (member !== "message") {
            expect(error[member], member).toStrictEqual(expected[member]);
          } else if (member in expected) {
            expect(error.message).toBe(expected[member]);
          }
        }
      },
    );
  });
}
