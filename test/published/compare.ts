import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import {
  hasMemberTrait,
  hasTrait,
  nameOf,
  structureOf,
  type OperationShape,
} from "@wickr-admin/codegen";
import { parseExact } from "@wickr-admin/test-support/runtime";
import { createService, writeResponse } from "@wickr-admin/test-support/runtime";
import type { HttpRequest } from "@smithy/types";
import fc from "fast-check";
import { anyStructure } from "@wickr-admin/test-support/any-value";
import { queryParameters } from "@wickr-admin/test-support/query-parameters";
import {
  generatedServices,
  type GeneratedService,
} from "@wickr-admin/test-support/generated-packages";
import { plain } from "@wickr-admin/test-support/plain";
import { CannedHandler, type CannedResponse } from "@wickr-admin/test-support/canned-handler";
import { commandOf, OFFLINE_CONFIG, type AnyClient } from "@wickr-admin/test-support/client-module";
import { serviceOperations } from "@wickr-admin/test-support/service-operations";
import {
  bytesOf,
  eventMembers,
  messagesIn,
  withoutStreams,
  withStreams,
} from "@wickr-admin/test-support/event-streams";
import { type OfficialClient, smithyModelOf } from "@wickr-admin/tools/published";

/** How much is compared, and from where chance starts. */
export interface CompareOptions {
  /** Inputs and outputs of each operation. */
  readonly runs: number;
  readonly seed: number;
  /** Where the model is written. */
  readonly modelFile: string;
}

/** What a comparison came to. */
export interface Comparison {
  readonly operations: number;
  readonly requests: number;
  readonly responses: number;
  /** Inputs that the official client refuses before it sends: its endpoint rules want an ARN, say. */
  readonly refused: number;
  readonly differences: readonly Difference[];
}

/** Where the two clients do not do the same. */
export interface Difference {
  readonly operation: string;
  /** What was compared; `input` is what the mock reads from the request. */
  readonly what: "request" | "input" | "response";
  readonly given: unknown;
  /** Where in the two. */
  readonly at: string;
  readonly ours: unknown;
  /** Of an input: what was given. */
  readonly theirs: unknown;
}

/**
 * Generates a client from the model of an official one, and lets both do the same: what they send
 * for random inputs, and what they read from random responses.
 */
export const compare = async (
  official: OfficialClient,
  { runs, seed, modelFile }: CompareOptions,
): Promise<Comparison> => {
  const { ast, service } = smithyModelOf(official);
  mkdirSync(dirname(modelFile), { recursive: true });
  writeFileSync(modelFile, JSON.stringify(ast));
  const [generated] = await generatedServices([modelFile], service);
  const pair = new Pair(generated!, official);
  const operations = serviceOperations(generated!.model, service);
  const differences: Difference[] = [];
  let requests = 0;
  let responses = 0;
  let refused = 0;
  for (const operation of operations) {
    const sample = (shape: string) =>
      fc.sample(anyStructure(generated!.model, shape), { numRuns: runs, seed });
    const first = async (
      what: Difference["what"],
      given: readonly object[],
      both: (value: object) => Promise<readonly [unknown, unknown]>,
    ) => {
      for (const value of given) {
        const [ours, theirs] = await both(value);
        if (theirs === REFUSED) refused++;
        if (theirs === REFUSED || isDeepStrictEqual(ours, theirs)) continue;
        const difference = firstDifference(ours, theirs);
        differences.push({ operation: nameOf(operation.id), what, given: value, ...difference });
        return;
      }
    };
    const inputs = sample(operation.input);
    const outputs = pair.streams(operation) ? [] : sample(operation.output);
    requests += inputs.length;
    responses += outputs.length;
    await first("request", inputs, (input) => pair.requests(operation, input));
    await first("input", inputs, (input) => pair.inputs(operation, input));
    await first("response", outputs, (output) => pair.outputs(operation, inputs[0]!, output));
  }
  return { operations: operations.length, requests, responses, refused, differences };
};

/** What stands for a request that was not sent. */
const REFUSED = "nothing is sent";

/** The innermost values that differ. */
const firstDifference = (
  ours: unknown,
  theirs: unknown,
  at = "",
): Pick<Difference, "at" | "ours" | "theirs"> => {
  if (isRecord(ours) && isRecord(theirs)) {
    const key = [...Object.keys(ours), ...Object.keys(theirs)].find(
      (each) => !isDeepStrictEqual(ours[each], theirs[each]),
    );
    if (key !== undefined) return firstDifference(ours[key], theirs[key], `${at}/${key}`);
  }
  return { at, ours, theirs };
};

/** Headers that belong to sending: who sends, when, how often, how long. */
const OF_SENDING =
  /^(user-agent|content-length|authorization|amz-sdk-.*|x-amz-(user-agent|date|content-sha256))$/;

class Pair {
  readonly #handler = new CannedHandler();
  readonly #ours: AnyClient;
  readonly #theirs: AnyClient;
  readonly #mock: ReturnType<typeof createService<undefined>>;
  #received: object | undefined;

  constructor(
    readonly generated: GeneratedService,
    readonly official: OfficialClient,
  ) {
    const config = {
      ...OFFLINE_CONFIG,
      endpoint: "https://example.com",
      token: { token: "not-a-secret" },
      requestHandler: this.#handler,
    } as never;
    this.#ours = new generated.client.Client(config);
    this.#theirs = new official.Client(config);
    this.#mock = createService<undefined>(
      Object.values(generated.operations),
      ({ operation: { name }, input }) => {
        this.#received = { name, input };
        return undefined;
      },
      { validate: false },
    );
  }

  /** What each sends; what it says where it sends nothing. */
  async requests(operation: OperationShape, input: object) {
    const sent = async (send: () => Promise<object>) => {
      this.#handler.requests.length = 0;
      this.#handler.response = this.#emptyAnswer(operation);
      await send().catch(() => {});
      const [request] = this.#handler.requests;
      return request === undefined ? REFUSED : comparable(request);
    };
    return [
      await sent(() => this.#sendOurs(operation, input)),
      await sent(() => this.#sendTheirs(operation, input)),
    ] as const;
  }

  /** What the mock reads from our request, and what it should read. */
  async inputs(operation: OperationShape, input: object) {
    const name = nameOf(operation.id);
    this.#handler.requests.length = 0;
    this.#handler.response = this.#emptyAnswer(operation);
    await this.#sendOurs(operation, input).catch(() => {});
    const [request] = this.#handler.requests;
    if (request === undefined) return [REFUSED, REFUSED] as const;
    this.#received = undefined;
    const query = queryParameters(request).join("&");
    const response = await this.#mock.answer(
      {
        method: request.method,
        url: query === "" ? request.path : `${request.path}?${query}`,
        headers: request.headers,
        body: await bytesOf(request.body),
      },
      undefined,
    );
    const answer = `${response.status} ${String(response.body)}`;
    const carried = (value: object) => this.#carried(operation, value, input);
    const received = this.#received as { name: string; input: object } | undefined;
    const { model } = this.generated;
    return [
      received
        ? {
            name: received.name,
            input: carried(await withoutStreams(model, operation.input, received.input)),
          }
        : answer,
      { name, input: carried(input) },
    ] as const;
  }

  /** What each reads from the response that the mock makes of an output. */
  async outputs(operation: OperationShape, input: object, output: object) {
    const name = nameOf(operation.id);
    const { model } = this.generated;
    const read = async (send: () => Promise<object>) => {
      const { status, headers, body } = writeResponse(this.generated.operations[name]!, output);
      this.#handler.response = {
        statusCode: status,
        headers,
        body: (body instanceof ReadableStream
          ? Readable.fromWeb(body as never)
          : (body ?? "")) as string,
      };
      try {
        return plain(withoutMetadata(await withoutStreams(model, operation.output, await send())));
      } catch {
        return REFUSED;
      }
    };
    const own = await read(() => this.#sendOurs(operation, input));
    const theirs = await read(() => this.#sendTheirs(operation, input));
    return [withoutDefaults(own, theirs), theirs] as const;
  }

  /** Whether an output's bytes are read by the caller, piece by piece. */
  streams({ output }: OperationShape): boolean {
    const { model } = this.generated;
    return (
      output !== "smithy.api#Unit" &&
      [...structureOf(model, output).members.values()].some((member) =>
        hasMemberTrait(model, member, "streaming"),
      ) &&
      eventMembers(model, output).length === 0
    );
  }

  /**
   * What of an input a request tells for sure. Not whether a payload or a list in headers or query
   * is empty or missing; headers may be there that the input did not ask for, and a map of query
   * parameters gets all of them.
   */
  #carried({ input }: OperationShape, value: object, given: object): object {
    if (input === "smithy.api#Unit") return {};
    const { members } = structureOf(this.generated.model, input);
    return Object.fromEntries(
      Object.entries(plain(value) as object).filter(([name, item]) => {
        const member = members.get(name)!;
        if (hasTrait(member, "httpPayload")) return !isEmpty(item);
        if (hasTrait(member, "httpQueryParams")) return false;
        const isHeader = hasTrait(member, "httpHeader");
        if (!isHeader && !hasTrait(member, "httpQuery")) return true;
        if (isHeader && !(name in given)) return false;
        return !(Array.isArray(item) && item.length === 0);
      }),
    );
  }

  /** An answer with nothing in it; a stream of events must be one. */
  #emptyAnswer({ output }: OperationShape): CannedResponse {
    const streams = eventMembers(this.generated.model, output).length > 0;
    return { statusCode: 200, ...(streams && { body: Readable.from([]) as never }) };
  }

  #sendOurs(operation: OperationShape, input: object): Promise<object> {
    const { model, client } = this.generated;
    const given = withStreams(model, operation.input, input);
    return this.#ours.send(commandOf(client, nameOf(operation.id), given));
  }

  #sendTheirs({ id, input: shape }: OperationShape, input: object): Promise<object> {
    const Command = this.official.exports[`${nameOf(id)}Command`] as new (input: object) => object;
    const given = withStreams(this.generated.model, shape, input);
    return this.#theirs.send(new Command(given) as never);
  }
}

const isEmpty = (value: unknown) => isRecord(value) && Object.keys(value).length === 0;

const comparable = async (request: HttpRequest): Promise<object> => {
  const { method, hostname, path, headers, body } = request;
  const bytes = await bytesOf(body);
  const text = new TextDecoder().decode(bytes);
  const lower = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  );
  const isEvents = body instanceof Readable;
  const isJson = lower.some(([name, value]) => name === "content-type" && value.endsWith("json"));
  return {
    method,
    hostname,
    path,
    query: queryParameters(request).sort(),
    headers: Object.fromEntries(lower.filter(([name]) => !OF_SENDING.test(name)).sort()),
    body: isEvents ? messagesIn(bytes) : isJson && text ? asJson(text) : text || undefined,
  };
};

/** JSON as a value; a payload may call itself JSON and be something else. */
const asJson = (text: string): unknown => {
  try {
    return plain(parseExact(text));
  } catch {
    return text;
  }
};

/** What is there only since the service always gives it; the official client leaves it undefined, or says `null`. */
const withoutDefaults = (own: unknown, theirs: unknown): unknown => {
  if (Array.isArray(own) && Array.isArray(theirs))
    return own.map((item, index) => withoutDefaults(item, theirs[index]));

  if (!isRecord(own) || !isRecord(theirs)) return own;
  return Object.fromEntries(
    Object.entries(theirs).flatMap(([key, item]) =>
      Object.hasOwn(own, key)
        ? [[key, withoutDefaults(own[key], item)]]
        : item === null
          ? [[key, null]]
          : [],
    ),
  );
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !(value instanceof Date);

const withoutMetadata = (output: object): object =>
  Object.fromEntries(Object.entries(output).filter(([name]) => name !== "$metadata"));
