import type { ServerResponse } from "./http.js";
import type { FieldSchema, OperationSchema, StructureSchema } from "./schema.js";
import { type ServiceOptions, createService } from "./service.js";

/** A structure of these members. */
export const structure = (...members: FieldSchema[]): StructureSchema => ({
  type: "structure",
  members,
});

/** `POST /` with these members, changed as asked. */
export const operation = (
  input: StructureSchema,
  change: Partial<OperationSchema> = {},
): OperationSchema => ({
  name: "Test",
  method: "POST",
  uri: "/",
  status: 200,
  input,
  errors: [],
  ...change,
});

interface TestRequest {
  readonly url?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array;
}

/** A service of one operation that keeps what it decodes and answers with an output. */
export const server = (of: OperationSchema, output: object = {}, options?: ServiceOptions) => {
  let decoded: unknown;
  const service = createService<undefined>(
    [of],
    ({ input }) => ((decoded = input), output),
    options,
  );
  const answer = async ({
    url = of.uri,
    headers = {},
    body = "",
  }: TestRequest): Promise<ServerResponse> =>
    service.answer(
      {
        method: of.method,
        url,
        headers,
        body: typeof body === "string" ? new TextEncoder().encode(body) : body,
      },
      undefined,
    );
  return {
    answer,
    /** The decoded input, or the name of the error that was answered instead. */
    decode: async (request: TestRequest): Promise<unknown> => {
      decoded = undefined;
      const { headers } = await answer(request);
      return headers["x-amzn-errortype"] ?? decoded;
    },
  };
};

/** Headers of a request with a JSON body. */
export const JSON_HEADERS = { "content-type": "application/json" };
