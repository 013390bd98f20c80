// A small service for tests, as the generator would write it.
import type { HttpRequest, MetadataBearer } from "@smithy/types";
import {
  type ClientConfig,
  Command,
  type ErrorReader,
  type HttpHandler,
  label,
  type Operation,
  REDACTED,
  ServiceClient,
  type Service,
  ServiceException,
  sigV4,
} from "../internal.node.js";

export class ZooServiceException extends ServiceException {}

export class TooManyError extends ZooServiceException {
  override readonly name = "TooManyError";
  override readonly $fault = "client";
}

export class GoneError extends ZooServiceException {
  override readonly name = "GoneError";
  override readonly $fault = "client";
}

const readGone: ErrorReader = (json) =>
  new GoneError({
    name: "GoneError",
    $fault: "client",
    message: json["message"],
    $metadata: {},
  });

export const zoo: Service = {
  id: "Zoo",
  version: "2024-01-01",
  packageVersion: "1.2.3",
  auth: [sigV4("zoo")],
  resolveEndpoint({ Region, UseFIPS, UseDualStack, Endpoint }) {
    if (Endpoint !== undefined) {
      if (UseFIPS)
        throw new Error("Invalid Configuration: FIPS and custom endpoint are not supported");

      return { url: new URL(Endpoint) };
    }
    const name = UseFIPS ? "zoo-fips" : "zoo";
    return {
      url: new URL(`https://${name}.${Region}.${UseDualStack ? "api.aws" : "amazonaws.com"}`),
    };
  },
  exception: ZooServiceException,
};

interface FeedInput {
  animal?: string;
  secret?: string;
}
export interface FeedOutput extends MetadataBearer {
  fed?: string;
  token?: string;
}

const feed: Operation<FeedInput, FeedOutput> = {
  name: "Feed",
  write: (input) => ({
    method: "POST",
    path: `/animals/${label(input.animal, "animal")}/feed`,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ secret: input.secret }),
  }),
  read: (json) => ({ ...json }) as FeedOutput,
  errors: {
    TooManyError: (json) =>
      new TooManyError({
        name: "TooManyError",
        $fault: "client",
        message: json["message"],
        $metadata: {},
      }),
    GoneError: readGone,
  },
  errorsByStatus: {
    404: readGone,
    422: (json) => {
      throw new TypeError(`No list: ${json["reasons"]}`);
    },
  },
  redactInput: (input) => ({ ...input, secret: REDACTED }),
  redactOutput: (output) => ({ ...output, token: REDACTED }),
};

export class FeedCommand extends Command<FeedInput, FeedOutput> {
  constructor(input: FeedInput) {
    super(input, feed);
  }
}

/** A command of an operation like `Feed`, but for what is given. */
export const variant = (changes: Partial<Operation<FeedInput, FeedOutput>>) =>
  new Command<FeedInput, FeedOutput>({ animal: "cat" }, { ...feed, ...changes });

export const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "very-secret-key" };

export class ZooClient extends ServiceClient {
  constructor(config: ClientConfig = {}, service: Service = zoo) {
    super(service, config);
  }
}

/** A client that needs nothing of its surroundings. */
export const zooClient = (config: ClientConfig = {}, service: Service = zoo): ZooClient =>
  new ZooClient(
    { region: "us-east-1", credentials, maxAttempts: 1, retryMode: "standard", ...config },
    service,
  );

export interface Answer {
  statusCode?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Answers in memory, and keeps the requests. */
export const answering = (
  answer: Answer | ((request: HttpRequest) => Answer | Promise<Answer>) = {},
): HttpHandler & { readonly requests: HttpRequest[] } => {
  const requests: HttpRequest[] = [];
  return {
    requests,
    async handle(request) {
      requests.push(request);
      const {
        statusCode = 200,
        headers = {},
        body,
      } = typeof answer === "function" ? await answer(request) : answer;
      return { response: { statusCode, headers: { ...headers }, body } };
    },
  };
};
